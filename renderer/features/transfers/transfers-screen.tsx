import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';
import { useTransferStates, useTransferWords } from '#renderer/components/use-transfer-words.ts';

type Lists = OutputOf<'transfers.list'>;
type TransferRow = Lists['incoming'][number];
type LateEdit = Lists['late'][number];

/** Cases and forums on their way between offices: what waits for an answer here, what this office gave away, what came late. */
export function TransfersScreen() {
  const { t } = useTranslation();
  const lists = useCall('transfers.list', {});
  const incoming = useTransferColumns('incoming');
  const outgoing = useTransferColumns('outgoing');
  return (
    <Stack gap="lg">
      <PageTitle title={t('common:nav.transfers')} />
      <Text>{t('transfers:explain')}</Text>
      <QueryState of={lists}>
        {(value) => (
          <>
            <Rows
              title={t('transfers:incoming.title')}
              none={t('transfers:incoming.none')}
              columns={incoming}
              rows={value.incoming}
              rowKey={({ recordId }) => recordId}
            />
            <Rows
              title={t('transfers:outgoing.title')}
              none={t('transfers:outgoing.none')}
              columns={outgoing}
              rows={value.outgoing}
              rowKey={({ recordId }) => recordId}
            />
            <LateEdits rows={value.late} />
          </>
        )}
      </QueryState>
    </Stack>
  );
}

type RowsProps<R> = {
  title: string;
  /** Said where there is nothing. */
  none: string;
  explain?: ReactNode;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
};

function Rows<R>({ title, none, explain, columns, rows, rowKey }: RowsProps<R>) {
  return (
    <section className="panel" aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <>
          {explain}
          <SimpleTable label={title} columns={columns} rows={rows} rowKey={rowKey} />
        </>
      )}
    </section>
  );
}

function useTransferColumns(direction: 'incoming' | 'outgoing'): readonly TableColumn<TransferRow>[] {
  const { t } = useTranslation();
  const { reasonOf } = useTransferWords();
  const states = useTransferStates();
  const stateOf = ({ state, open }: TransferRow) =>
    direction === 'incoming' && open ? t('transfers:state.yourTurn') : states[state];
  return [
    { key: 'name', header: t('transfers:column.record'), cell: (row) => <RecordLink row={row} /> },
    {
      key: 'office',
      header: direction === 'incoming' ? t('transfers:column.from') : t('transfers:column.to'),
      cell: ({ nodeName }) => <bdi>{nodeName}</bdi>,
    },
    {
      key: 'state',
      header: t('transfers:column.answer'),
      cell: (row) => (
        <Stack gap={4} align="flex-start">
          <Text fw={row.open ? 600 : 400}>{stateOf(row)}</Text>
          {row.incomplete && <Text size="sm">{t('transfers:incomplete.mark')}</Text>}
        </Stack>
      ),
    },
    { key: 'reason', header: t('common:label.reason'), cell: ({ reason }) => reasonOf(reason) },
    { key: 'at', header: t('transfers:column.latest'), cell: ({ at }) => <MomentText value={at} /> },
    { key: 'by', header: t('transfers:column.by'), cell: ({ by }) => <bdi>{by === '' ? '–' : by}</bdi> },
  ];
}

function LateEdits({ rows }: { rows: readonly LateEdit[] }) {
  const { t } = useTranslation();
  const typeWord = useRecordTypeWord();
  const columns: readonly TableColumn<LateEdit>[] = [
    { key: 'name', header: t('transfers:column.record'), cell: (row) => <RecordLink row={row} /> },
    { key: 'type', header: t('common:label.type'), cell: ({ recordType }) => typeWord(recordType) },
    {
      key: 'what',
      header: t('transfers:column.what'),
      cell: ({ kind }) => (kind === 'restricted' ? t('transfers:late.kept') : t('transfers:late.open')),
    },
    { key: 'office', header: t('common:label.office'), cell: ({ nodeName }) => <bdi>{nodeName}</bdi> },
    { key: 'by', header: t('transfers:column.by'), cell: ({ by }) => <bdi>{by === '' ? '–' : by}</bdi> },
    { key: 'at', header: t('common:label.date'), cell: ({ at }) => <MomentText value={at} /> },
  ];
  return (
    <Rows
      title={t('transfers:late.title')}
      none={t('transfers:late.none')}
      explain={<Text mb="xs">{t('transfers:late.explain')}</Text>}
      columns={columns}
      rows={rows}
      rowKey={({ changeId }) => changeId}
    />
  );
}

function RecordLink({ row }: { row: Pick<TransferRow, 'type' | 'pageId' | 'name'> }) {
  return row.type === 'dispute' ? (
    <Anchor href={`#/disputes/${row.pageId}`}>
      <Identifier>{row.name}</Identifier>
    </Anchor>
  ) : (
    <Anchor href={`#/forums/${row.pageId}`}>
      <bdi>{row.name}</bdi>
    </Anchor>
  );
}
