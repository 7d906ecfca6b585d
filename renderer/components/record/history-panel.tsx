import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { EntryCard } from './entry-card.tsx';

type Entry = OutputOf<'records.history'>[number];

type Props = {
  recordId: string;
  /** Words for a group such as `name` or `member/<id>`. */
  labelOfGroup: (group: string) => string;
  /** Draws a value of a group; `null` is handled here. */
  renderValue: (group: string, value: unknown) => ReactNode;
};

/** Who changed what and when, newest first, with the values before and after. */
export function HistoryPanel({ recordId, labelOfGroup, renderValue }: Props) {
  const { t } = useTranslation();
  const history = useCall('records.history', { recordId });
  return (
    <QueryState
      of={history}
      empty={(entries) => entries.length === 0}
      emptyContent={<EmptyState title={t('history:emptyTitle')} text={t('history:emptyText')} />}
    >
      {(entries) => (
        <Stack>
          {entries.map((entry) => (
            <EntryCard key={entry.changeId} entry={entry}>
              <Contents entry={entry} labelOfGroup={labelOfGroup} renderValue={renderValue} />
            </EntryCard>
          ))}
        </Stack>
      )}
    </QueryState>
  );
}

function Contents({ entry, labelOfGroup, renderValue }: { entry: Entry } & Omit<Props, 'recordId'>) {
  const { t } = useTranslation();
  const cell = (group: string, value: unknown, withheld: boolean): ReactNode => {
    if (withheld) return <Text c="dimmed">{t('common:record.withheld')}</Text>;
    return value === null || value === undefined ? <span>–</span> : renderValue(group, value);
  };
  return (
    <>
      {entry.local && <Text c="dimmed">{t('history:local')}</Text>}
      {entry.kind === 'restricted' || entry.groups.length === 0 ? (
        <Text c="dimmed">{t('history:keptAtOffice')}</Text>
      ) : (
        <Table withRowBorders aria-label={t('history:changes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('common:history.what')}</Table.Th>
              <Table.Th scope="col">{t('common:history.before')}</Table.Th>
              <Table.Th scope="col">{t('common:history.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entry.groups.map(({ group, before, after, withheld }) => (
              <Table.Tr key={group}>
                <Table.Th scope="row">{labelOfGroup(group)}</Table.Th>
                <Table.Td>{cell(group, before, withheld)}</Table.Td>
                <Table.Td>{cell(group, after, withheld)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
