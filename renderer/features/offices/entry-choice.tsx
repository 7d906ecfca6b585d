import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';

export type Entry = OutputOf<'devices.changes'>['rows'][number];

type Props = {
  device: string;
  chosen: Entry | null;
  onChoose: (entry: Entry) => void;
};

/** Entries of a computer without their contents, to choose the last one that counts. */
export function EntryChoice({ device, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const input = { device, offset: (page - 1) * pageSize, limit: pageSize };
  const entries = useCall('devices.changes', input, { keepPrevious: true });
  const columns = useColumns(chosen, onChoose);
  return (
    <section className="panel" aria-label={t('devices:block.entry')}>
      <Title order={2} size="h4">
        {t('devices:block.entry')}
      </Title>
      <QueryState
        of={entries}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text c="dimmed">{t('devices:block.noEntries')}</Text>}
      >
        {({ rows, total }) => (
          <Stack>
            <SimpleTable
              label={t('devices:block.entries')}
              columns={columns}
              rows={rows}
              rowKey={({ changeId }) => changeId}
            />
            <Pager page={page} total={total} onPage={setPage} />
          </Stack>
        )}
      </QueryState>
    </section>
  );
}

function useColumns(chosen: Entry | null, onChoose: (entry: Entry) => void): readonly TableColumn<Entry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const recordWord = useRecordTypeWord();
  return [
    { key: 'number', header: t('devices:block.number'), cell: ({ seq }) => format.number(seq) },
    { key: 'at', header: t('devices:block.at'), cell: ({ at }) => <MomentText value={at} /> },
    { key: 'record', header: t('devices:block.record'), cell: ({ recordType }) => recordWord(recordType) },
    { key: 'by', header: t('devices:block.by'), cell: ({ by }) => <bdi>{by === '' ? '–' : by}</bdi> },
    {
      key: 'choose',
      header: t('devices:column.act'),
      cell: (entry) => {
        const isChosen = chosen?.changeId === entry.changeId;
        return (
          <Button
            size="sm"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            onClick={() => onChoose(entry)}
          >
            {isChosen ? t('devices:block.chosen') : t('devices:block.chooseEntry')}
          </Button>
        );
      },
    },
  ];
}
