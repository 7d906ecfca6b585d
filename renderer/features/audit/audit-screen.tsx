import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import { useActWords } from './use-act-words.ts';

type Row = OutputOf<'audit.list'>['rows'][number];

/** What was done and refused on this computer, newest first; without contents. */
export function AuditScreen() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
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
            <AuditTable rows={rows} />
            <Pager page={page} total={total} onPage={setPage} />
          </div>
        )}
      </QueryState>
    </>
  );
}

function AuditTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const actOf = useActWords();
  const title = t('common:nav.audit');
  const headers = [
    t('common:label.number'),
    t('common:label.time'),
    t('common:label.user'),
    t('about:audit.method'),
    t('about:audit.outcome'),
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
            <Table.Tr key={row.n}>
              <Table.Td>
                <Identifier>{row.n}</Identifier>
              </Table.Td>
              <Table.Td>
                <MomentText value={row.at} />
              </Table.Td>
              <Table.Td>
                <bdi>{row.user}</bdi>
              </Table.Td>
              <Table.Td>{actOf(row.method) ?? <Identifier>{row.method}</Identifier>}</Table.Td>
              <Table.Td>{row.outcome === 'ok' ? t('about:audit.done') : codeText(row.outcome)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
