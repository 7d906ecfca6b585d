import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { RecordTrail } from './record-trail.tsx';
import { useActWords } from './use-act-words.ts';

type Row = OutputOf<'audit.list'>['rows'][number];

/** What was done and refused on this computer, newest first; without contents. */
export function AuditScreen() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [trailed, setTrailed] = useState<string | null>(null);
  const mayTrail = useCan('audit.trail');
  const audit = useCall('audit.list', { offset: (page - 1) * pageSize, limit: pageSize }, { keepPrevious: true });
  return (
    <>
      <PageTitle title={t('common:nav.audit')} />
      <Text mb="md">{t('about:audit.explain')}</Text>
      <QueryState
        of={audit}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<EmptyState title={t('about:audit.emptyTitle')} text={t('about:audit.explain')} />}
      >
        {({ rows, total }) => (
          <div className="panel">
            <AuditTable rows={rows} onTrail={mayTrail ? setTrailed : null} />
            <Pager page={page} total={total} onPage={setPage} />
          </div>
        )}
      </QueryState>
      {trailed !== null && <RecordTrail recordId={trailed} onClose={() => setTrailed(null)} />}
    </>
  );
}

function AuditTable({ rows, onTrail }: { rows: readonly Row[]; onTrail: ((recordId: string) => void) | null }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const actOf = useActWords();
  const title = t('common:nav.audit');
  const columns: readonly TableColumn<Row>[] = [
    { key: 'n', header: t('common:label.number'), cell: (row) => <Identifier>{row.n}</Identifier> },
    { key: 'at', header: t('common:label.time'), cell: (row) => <MomentText value={row.at} /> },
    { key: 'user', header: t('common:label.user'), cell: (row) => <bdi>{row.user}</bdi> },
    {
      key: 'act',
      header: t('about:audit.method'),
      cell: (row) => actOf(row.method) ?? <Identifier>{row.method}</Identifier>,
    },
    ...(onTrail ? [trailColumn(onTrail)] : []),
    {
      key: 'outcome',
      header: t('about:audit.outcome'),
      cell: (row) => (row.outcome === 'ok' ? t('about:audit.done') : codeText(row.outcome)),
    },
  ];
  return <SimpleTable label={title} columns={columns} rows={rows} rowKey={(row) => String(row.n)} />;

  function trailColumn(open: (recordId: string) => void): TableColumn<Row> {
    return {
      key: 'record',
      header: t('about:audit.trail.title'),
      cell: ({ recordId }) =>
        recordId !== null && (
          <button type="button" className="row-link" onClick={() => open(recordId)}>
            {t('about:audit.trail.open')}
          </button>
        ),
    };
  }
}
