import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Row = OutputOf<'exchange.history'>['rows'][number];

/** Every file that was written or taken in here, newest first. */
export function ExchangeHistory() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const history = useCall(
    'exchange.history',
    { offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  return (
    <section className="panel" aria-label={t('exchange:history.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('exchange:history.title')}
      </Title>
      <QueryState
        of={history}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text>{t('exchange:history.empty')}</Text>}
      >
        {({ rows, total }) => (
          <>
            <HistoryTable rows={rows} />
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )}
      </QueryState>
    </section>
  );
}

function HistoryTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const codeText = useCodeText();
  const title = t('exchange:history.title');
  const columns: readonly TableColumn<Row>[] = [
    { key: 'at', header: t('common:label.time'), cell: (row) => <MomentText value={row.at} /> },
    {
      key: 'direction',
      header: t('exchange:history.direction'),
      cell: (row) => (row.direction === 'in' ? t('exchange:history.in') : t('exchange:history.out')),
    },
    { key: 'peer', header: t('common:label.office'), cell: (row) => <bdi>{row.peerName ?? '–'}</bdi> },
    { key: 'file', header: t('exchange:history.file'), cell: (row) => <Identifier>{row.file}</Identifier> },
    { key: 'changes', header: t('exchange:history.changes'), cell: (row) => format.number(row.changes) },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => (row.code === null ? verdictWord(row.verdict) : codeText(row.code)),
    },
  ];
  return <SimpleTable label={title} columns={columns} rows={rows} rowKey={(row) => String(row.id)} />;

  function verdictWord(verdict: string): string {
    switch (verdict) {
      case 'written':
        return t('exchange:history.written');
      case 'nothing-new':
        return t('exchange:verdict.nothingNew');
      case 'gap':
        return t('exchange:verdict.gap');
      case 'refused':
        return t('exchange:verdict.refused');
      default:
        return t('exchange:verdict.applied');
    }
  }
}
