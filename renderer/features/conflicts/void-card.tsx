import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { GroupValue, type GroupWords, groupLabel } from '#renderer/components/record/group-words.tsx';
import type { Conflict } from './conflict.ts';
import { RecordLink } from './record-link.tsx';
import { useCauseText } from './use-cause-text.ts';

/** A record voided by somebody who had not seen what was written to it: does it stay void? */
export function VoidCard({ conflict, words }: { conflict: Conflict; words: GroupWords }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const resolve = useCommand('records.resolve');
  const say = useNotice();
  const { recordId, group, heads, values, edits, may, title } = conflict;
  const [voiding] = values.filter(({ value }) => (value as { voided?: unknown } | null)?.voided === true);

  async function settle(voided: boolean) {
    const done = await resolve.run({ recordId, group, heads, value: { voided } });
    if (done.ok) say(voided ? t('history:conflicts.void.left') : t('history:conflicts.void.restored'));
  }

  return (
    <section className="panel" aria-label={t('history:conflicts.void.card', { title })}>
      <Title order={2} size="h3">
        {t('history:conflicts.void.title')}
      </Title>
      <Text>
        <RecordLink {...conflict} />
      </Text>
      <Text mb="sm">{causeText(conflict.cause)}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Stack gap="xs" className="panel" component="section" aria-label={t('common:record.voided')}>
          <Group gap="xs" wrap="nowrap">
            <IconBan aria-hidden />
            <Text fw={600}>
              {t('history:conflicts.void.by', { by: voiding?.by ?? '', node: voiding?.nodeName ?? '' })}
            </Text>
          </Group>
          <MomentText value={voiding?.at ?? null} />
        </Stack>
        <Stack gap="xs" className="panel" component="section" aria-label={t('history:conflicts.void.meanwhile')}>
          <Text fw={600}>{t('history:conflicts.void.meanwhile')}</Text>
          {edits.map((edit) => (
            <div key={`${edit.group} ${edit.at}`}>
              <Text>
                {groupLabel(t, words, edit.group)} · {t('history:conflicts.by', { by: edit.by, node: edit.nodeName })} ·{' '}
                <MomentText value={edit.at} />
              </Text>
              <GroupValue words={words} group={edit.group} value={edit.value} />
            </div>
          ))}
        </Stack>
      </SimpleGrid>
      {may ? (
        <Group mt="sm">
          <Button variant="default" loading={resolve.busy} onClick={() => void settle(true)}>
            {t('history:conflicts.void.leave')}
          </Button>
          <Button variant="default" loading={resolve.busy} onClick={() => void settle(false)}>
            {t('history:conflicts.void.restore')}
          </Button>
        </Group>
      ) : (
        <Text mt="sm">{t('history:conflicts.notYours')}</Text>
      )}
      {resolve.error && <FailureNotice error={resolve.error} />}
    </section>
  );
}
