import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { CodeHelp } from '#renderer/components/code-help.tsx';
import { MomentText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';

type Row = OutputOf<'exchange.setAside'>['rows'][number];

/** What came and is not used, with the reason of each and another try. Nothing is shown where there is nothing. */
export function SetAsidePanel() {
  const { t } = useTranslation();
  const mayRetry = useCan('exchange.run');
  const [page, setPage] = useState(1);
  const list = useCall('exchange.setAside', { offset: (page - 1) * pageSize, limit: pageSize }, { keepPrevious: true });
  const retry = useCommand('exchange.retry');
  const say = useNotice();
  const { rows = [], total = 0 } = list.value ?? {};
  if (rows.length === 0) return null;

  async function judgeAgain(): Promise<void> {
    const done = await retry.run({});
    if (!done.ok) return;
    const { accepted } = done.value;
    say(accepted > 0 ? t('exchange:setAside.accepted', { count: accepted }) : t('exchange:setAside.nothing'));
  }

  return (
    <section className="panel">
      <Title order={2} size="h3" mb="xs">
        {t('exchange:setAside.title')}
      </Title>
      <Text>{t('exchange:setAside.text')}</Text>
      <SetAsideTable rows={rows} />
      <Pager page={page} total={total} onPage={setPage} />
      {mayRetry && (
        <Group mt="sm">
          <Button variant="default" loading={retry.busy} onClick={() => void judgeAgain()}>
            {t('exchange:setAside.retry')}
          </Button>
          <Text c="dimmed">{t('exchange:setAside.retryText')}</Text>
        </Group>
      )}
      {retry.error && <FailureNotice error={retry.error} />}
    </section>
  );
}

function SetAsideTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const typeWord = useRecordTypeWord();
  const columns: readonly TableColumn<Row>[] = [
    { key: 'record', header: t('exchange:setAside.record'), cell: ({ recordType }) => typeWord(recordType) },
    { key: 'author', header: t('exchange:setAside.writtenBy'), cell: (row) => <bdi>{row.writtenBy || '–'}</bdi> },
    { key: 'from', header: t('exchange:setAside.cameFrom'), cell: (row) => <bdi>{row.cameFrom ?? '–'}</bdi> },
    { key: 'at', header: t('common:label.time'), cell: (row) => <MomentText value={row.at} /> },
    { key: 'why', header: t('exchange:setAside.why'), cell: ({ code }) => <CodeHelp code={code} /> },
  ];
  return <SimpleTable label={t('exchange:setAside.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
