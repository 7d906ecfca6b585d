import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { type CallState, useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from './empty-state.tsx';
import { ImportButton } from './import-button.tsx';
import { PageTitle } from './page-title.tsx';
import { Pager, pageSize } from './pager.tsx';
import { QueryState } from './query-state.tsx';
import { type TableColumn, TableHead } from './simple-table.tsx';

export type ListMethod =
  | 'forums.list'
  | 'trainings.list'
  | 'meetings.list'
  | 'mappings.list'
  | 'plans.list'
  | 'disputes.list'
  | 'issues.list'
  | 'actions.list'
  | 'sites.list'
  | 'assets.list';
export type RowOf<M extends ListMethod> = OutputOf<M>['rows'][number];

type Props<M extends ListMethod> = {
  title: string;
  newLabel?: string;
  onNew?: () => void;
  /** Address of the screen that brings a sheet in. */
  importTo?: string | false;
  method: M;
  /** What narrows the list besides search and page. */
  input: Omit<InputOf<M>, 'search' | 'offset' | 'limit'>;
  /** The first one names the row and opens it. */
  columns: readonly TableColumn<RowOf<M>>[];
  onOpen: (row: RowOf<M>) => void;
  rowKey: (row: RowOf<M>) => string;
  emptyTitle: string;
  emptyText: string;
  /** Filters beside the search box. */
  filters?: ReactNode;
};

/** A list with search, pages and the four states. The whole row answers the mouse, its first cell the keyboard. */
export function ListPage<M extends ListMethod>(props: Props<M>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const narrowed = JSON.stringify([search, props.input]);
  const [pageOf, setPageOf] = useState({ narrowed, page: 1 });
  const page = pageOf.narrowed === narrowed ? pageOf.page : 1;
  const input = { ...props.input, search, offset: (page - 1) * pageSize, limit: pageSize } as InputOf<M>;
  const list = useCall(props.method, input, { keepPrevious: true }) as CallState<Page<RowOf<M>>>;

  const newButton = props.newLabel !== undefined && props.onNew && (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={props.onNew}>
      {props.newLabel}
    </Button>
  );
  const isSearching = search !== '';

  return (
    <>
      <PageTitle title={props.title}>
        {props.importTo && <ImportButton to={props.importTo} />}
        {newButton}
      </PageTitle>
      <Group mb="md" align="flex-end">
        <TextInput
          label={t('common:list.search')}
          type="search"
          value={typed}
          maxLength={200}
          leftSection={<IconSearch size={20} aria-hidden />}
          onChange={(event) => setTyped(event.currentTarget.value)}
          w={360}
        />
        {props.filters}
        <Text role="status" c="dimmed" pb={8}>
          {list.status === 'ready' ? t('common:count.records', { count: list.value.total }) : ''}
        </Text>
      </Group>
      <QueryState
        of={list}
        empty={({ rows }) => rows.length === 0}
        emptyContent={
          isSearching ? (
            <EmptyState title={t('fields:list.noHitTitle')} text={t('fields:list.noHitText')} />
          ) : (
            <EmptyState title={props.emptyTitle} text={props.emptyText} action={newButton} />
          )
        }
      >
        {({ rows, total }) => (
          <>
            <RowTable
              title={props.title}
              columns={props.columns}
              rows={rows}
              rowKey={props.rowKey}
              onOpen={props.onOpen}
            />
            <Pager page={page} total={total} onPage={(next) => setPageOf({ narrowed, page: next })} />
          </>
        )}
      </QueryState>
    </>
  );
}

type Page<R> = { readonly rows: readonly R[]; readonly total: number };

type TableProps<R> = {
  title: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  onOpen: (row: R) => void;
};

function RowTable<R>({ title, columns, rows, rowKey, onOpen }: TableProps<R>) {
  return (
    <Table.ScrollContainer
      minWidth={720}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': title, role: 'group' } }}
    >
      <Table highlightOnHover verticalSpacing="xs" aria-label={title}>
        <TableHead columns={columns} />
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} className="list-row" onClick={() => onOpen(row)}>
              {columns.map(({ key, cell }, index) => (
                <Table.Td key={key}>
                  {index === 0 ? (
                    <button
                      type="button"
                      className="row-link"
                      onClick={(event) => {
                        event.stopPropagation();
                        onOpen(row);
                      }}
                    >
                      {cell(row)}
                    </button>
                  ) : (
                    cell(row)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
