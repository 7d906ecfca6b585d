import { Table, Text, Title } from '@mantine/core';
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
  const headers = [
    t('common:label.time'),
    t('exchange:history.direction'),
    t('common:label.office'),
    t('exchange:history.file'),
    t('exchange:history.changes'),
    t('common:label.status'),
  ];
  return (
    <Table.ScrollContainer
      minWidth={720}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}
    >
      <Table verticalSpacing="xs" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            {headers.map((header) => (
              <Table.Th key={header} scope="col">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <MomentText value={row.at} />
              </Table.Td>
              <Table.Td>{row.direction === 'in' ? t('exchange:history.in') : t('exchange:history.out')}</Table.Td>
              <Table.Td>
                <bdi>{row.peerName ?? '–'}</bdi>
              </Table.Td>
              <Table.Td>
                <Identifier>{row.file}</Identifier>
              </Table.Td>
              <Table.Td>{format.number(row.changes)}</Table.Td>
              <Table.Td>{row.code === null ? verdictWord(row.verdict) : codeText(row.code)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );

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
