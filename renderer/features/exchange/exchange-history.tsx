import { Button, Checkbox, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { FileDetails } from './file-details.tsx';
import type { Peer } from './peer.ts';
import { type HistoryRow, useOutcome } from './use-outcome.ts';

type Direction = 'in' | 'out';

/** Every file that was written or taken in here, newest first. */
export function ExchangeHistory({ peers }: { peers: readonly Peer[] }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [direction, setDirection] = useState<Direction | null>(null);
  const [node, setNode] = useState<string | null>(null);
  const [amiss, setAmiss] = useState(false);
  const [opened, setOpened] = useState<HistoryRow | null>(null);
  const history = useCall(
    'exchange.history',
    { offset: (page - 1) * pageSize, limit: pageSize, direction, node, amiss },
    { keepPrevious: true },
  );
  const filtered = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      setPage(1);
      set(value);
    };
  };
  return (
    <section className="panel">
      <Title order={2} size="h3" mb="xs">
        {t('exchange:history.title')}
      </Title>
      <Group mb="sm" align="flex-end">
        <Select
          label={t('exchange:history.show')}
          data={[
            { value: '', label: t('exchange:history.all') },
            { value: 'out', label: t('exchange:history.onlyOut') },
            { value: 'in', label: t('exchange:history.onlyIn') },
          ]}
          value={direction ?? ''}
          allowDeselect={false}
          onChange={(next) => filtered(setDirection)(next === 'in' || next === 'out' ? next : null)}
        />
        {peers.length > 1 && (
          <Select
            label={t('exchange:history.office')}
            data={[
              { value: '', label: t('exchange:history.everyOffice') },
              ...[...new Map(peers.map((peer) => [peer.node, peer.name]))].map(([value, label]) => ({ value, label })),
            ]}
            value={node ?? ''}
            allowDeselect={false}
            onChange={(next) => filtered(setNode)(next === '' ? null : next)}
          />
        )}
        <Checkbox
          label={t('exchange:history.amiss')}
          checked={amiss}
          onChange={(event) => filtered(setAmiss)(event.currentTarget.checked)}
          mb={8}
        />
      </Group>
      <QueryState
        of={history}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text>{t('exchange:history.empty')}</Text>}
      >
        {({ rows, total }) => (
          <>
            <HistoryTable rows={rows} onOpen={setOpened} />
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )}
      </QueryState>
      {opened && <FileDetails row={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

type TableProps = { rows: readonly HistoryRow[]; onOpen: (row: HistoryRow) => void };

function HistoryTable({ rows, onOpen }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcome();
  const columns: readonly TableColumn<HistoryRow>[] = [
    { key: 'at', header: t('common:label.time'), cell: (row) => <MomentText value={row.at} /> },
    {
      key: 'direction',
      header: t('exchange:history.direction'),
      cell: (row) => (row.direction === 'in' ? t('exchange:history.in') : t('exchange:history.out')),
    },
    { key: 'peer', header: t('common:label.office'), cell: (row) => <bdi>{row.peerName ?? '–'}</bdi> },
    {
      key: 'number',
      header: t('exchange:history.number'),
      cell: (row) => (row.bundleNumber === null ? '–' : <Identifier>{String(row.bundleNumber)}</Identifier>),
    },
    { key: 'changes', header: t('exchange:history.changes'), cell: (row) => format.number(row.changes) },
    { key: 'status', header: t('exchange:history.status'), cell: outcome },
    {
      key: 'details',
      header: t('exchange:history.details'),
      cell: (row) => (
        <Button
          variant="default"
          size="xs"
          onClick={() => onOpen(row)}
          aria-label={t('exchange:history.openDetails', { file: row.file })}
        >
          {t('exchange:history.details')}
        </Button>
      ),
    },
  ];
  return (
    <SimpleTable label={t('exchange:history.title')} columns={columns} rows={rows} rowKey={(row) => String(row.id)} />
  );
}
