import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { GroupValue, groupLabel } from '#renderer/components/record/group-words.tsx';
import { keyOf, type Settled, type WordsByType } from './conflict.ts';
import { RecordLink } from './record-link.tsx';

/** What this person decided lately, each with the way back. */
export function SettledList({ wordsByType }: { wordsByType: WordsByType }) {
  const { t } = useTranslation();
  const settled = useCall('records.settled', {});
  const rows = settled.value ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={t('history:conflicts.lately.title')}>
      <Title order={2} size="h3">
        {t('history:conflicts.lately.title')}
      </Title>
      <Text mb="sm">{t('history:conflicts.lately.text')}</Text>
      <Stack gap="md">
        {rows.map((row) => (
          <SettledRow key={keyOf(row)} row={row} wordsByType={wordsByType} />
        ))}
      </Stack>
    </section>
  );
}

function SettledRow({ row, wordsByType }: { row: Settled; wordsByType: WordsByType }) {
  const { t } = useTranslation();
  const undo = useCommand('records.undoResolve');
  const say = useNotice();
  const words = wordsByType[row.recordType] ?? {};
  const field = groupLabel(t, words, row.group);

  async function takeBack(back: string) {
    const { recordId, group, heads } = row;
    const done = await undo.run({ recordId, group, heads, back });
    if (done.ok) say(t('history:conflicts.lately.done', { field }));
  }

  return (
    <article aria-label={t('history:conflicts.lately.row', { field, title: row.title })}>
      <Text fw={600}>
        {field} · <RecordLink {...row} />
      </Text>
      <Text c="dimmed">
        {row.undone ? t('history:conflicts.lately.takenBack') : t('history:conflicts.lately.decided')} ·{' '}
        <MomentText value={row.at} />
      </Text>
      <GroupValue words={words} group={row.group} value={row.value} />
      <Group mt="xs">
        {row.others.map(({ changeId, by, nodeName }) => (
          <Button
            key={changeId}
            variant="default"
            className="long-label"
            loading={undo.busy}
            leftSection={<IconArrowBackUp size={20} aria-hidden className="mantine-rotate-rtl" />}
            onClick={() => void takeBack(changeId)}
          >
            {t('history:conflicts.lately.back', { by, node: nodeName })}
          </Button>
        ))}
      </Group>
      {undo.error && <FailureNotice error={undo.error} />}
    </article>
  );
}
