import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { type Conflict, keyOf, type Side, sidesOf, type WordsByType } from './conflict.ts';
import { OneConflict } from './one-conflict.tsx';
import { useCauseText } from './use-cause-text.ts';

/** Many conflicts of one cause: settled for one side at once, or looked at one by one. */
export function CauseCard({ conflicts, wordsByType }: { conflicts: readonly Conflict[]; wordsByType: WordsByType }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const resolve = useCommand('records.resolveMany');
  const say = useNotice();
  const [asked, setAsked] = useState<Side | null>(null);
  const [opened, setOpened] = useState(false);
  const [first] = conflicts;
  if (!first) return null;
  const records = new Set(conflicts.map(({ recordId }) => recordId)).size;
  const sides = sidesOf(conflicts);
  const oneByOne = conflicts.filter(({ nature }) => nature !== 'clerical').length;

  async function keepAll({ choices }: Side) {
    const done = await resolve.run({ choices: [...choices] });
    if (!done.ok) return;
    setAsked(null);
    say(t('history:conflicts.group.settled', { count: choices.length }));
  }

  return (
    <section className="panel" aria-label={t('history:conflicts.group.title', { count: conflicts.length })}>
      <Title order={2} size="h3">
        {t('history:conflicts.group.title', { count: conflicts.length })}
      </Title>
      <Text>{t('common:count.records', { count: records })}</Text>
      <Text mb="sm">{causeText(first.cause)}</Text>
      <Group mb="sm">
        {sides.map((side) => (
          <Button key={side.name} variant="default" onClick={() => setAsked(side)} className="long-label">
            {t('history:conflicts.group.keepAll', { side: side.name })}
          </Button>
        ))}
        <Button variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? t('history:conflicts.group.close') : t('history:conflicts.group.oneByOne')}
        </Button>
      </Group>
      {oneByOne > 0 && sides.length > 0 && <Text>{t('history:conflicts.group.leftOut', { count: oneByOne })}</Text>}
      {opened && (
        <Stack mt="sm">
          {conflicts.map((conflict) => (
            <OneConflict key={keyOf(conflict)} conflict={conflict} wordsByType={wordsByType} />
          ))}
        </Stack>
      )}
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('history:conflicts.group.question', { side: asked?.name ?? '' })}
        text={t('history:conflicts.group.explain', { count: asked?.choices.length ?? 0 })}
        act={t('history:conflicts.group.keepAll', { side: asked?.name ?? '' })}
        busy={resolve.busy}
        error={resolve.error}
        onAct={() => asked && void keepAll(asked)}
      />
    </section>
  );
}
