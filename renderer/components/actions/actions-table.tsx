import { Anchor } from '@mantine/core';
import type { ActionRow } from '#shared/contract/actions.ts';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { useActionColumns } from './use-action-columns.tsx';

type Props = {
  /** Names the table. */
  label: string;
  actions: readonly ActionRow[];
  /** Columns that the place of the table makes needless: `forum` on the page of a forum. */
  without?: readonly string[];
};

/** Actions as `actions.list` answers them; each leads to its page, where progress is told. */
export function ActionsTable({ label, actions, without = [] }: Props) {
  const columns = useActionColumns()
    .filter(({ key }) => !without.includes(key))
    .map((column) =>
      column.key === 'what'
        ? {
            ...column,
            cell: (row: ActionRow) => (
              <Anchor href={`#/actions/${row.actionId}`}>
                <bdi>{row.what}</bdi>
              </Anchor>
            ),
          }
        : column,
    );
  return <SimpleTable label={label} columns={columns} rows={actions} rowKey={({ actionId }) => actionId} />;
}
