import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { GroupValue, type GroupWords, groupLabel } from '#renderer/components/record/group-words.tsx';
import type { Conflict, ConflictValue } from './conflict.ts';
import { NewValueDialog } from './new-value-dialog.tsx';
import { RecordLink } from './record-link.tsx';
import { useCauseText } from './use-cause-text.ts';

/** The values of one entry side by side, each with who wrote it where and when, and what can be decided. */
export function ConflictCard({ conflict, words }: { conflict: Conflict; words: GroupWords }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const resolve = useCommand('records.resolve');
  const say = useNotice();
  const [writesNew, setWritesNew] = useState(false);
  const { recordId, group, heads, nature, may, values } = conflict;
  const field = groupLabel(t, words, group);

  async function settle(decision: { keep: string } | { both: true } | { value: Record<string, unknown> }) {
    const done = await resolve.run({ recordId, group, heads, ...decision });
    if (done.ok) say(t('history:conflicts.settled', { field }));
    return done.ok;
  }

  return (
    <section className="panel" aria-label={t('history:conflicts.card', { field, title: conflict.title })}>
      <Title order={2} size="h3">
        {field}
      </Title>
      <Text>
        <RecordLink {...conflict} />
      </Text>
      <Text mb="sm">{causeText(conflict.cause)}</Text>
      {nature === 'accounts' && (
        <Alert color="blue" icon={<IconQuote aria-hidden />} mb="sm">
          {t('history:conflicts.accounts')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: Math.min(values.length, 3) }}>
        {values.map((value) => (
          <ValueColumn
            key={value.changeId}
            conflict={conflict}
            value={value}
            words={words}
            busy={resolve.busy}
            onKeep={() => void settle({ keep: value.changeId })}
          />
        ))}
      </SimpleGrid>
      {may ? (
        <Group mt="sm">
          {nature === 'accounts' && (
            <Button loading={resolve.busy} onClick={() => void settle({ both: true })}>
              {t('history:conflicts.keepBoth')}
            </Button>
          )}
          {canBeComposed(conflict) && (
            <Button variant="default" onClick={() => setWritesNew(true)}>
              {t('history:conflicts.writeNew')}
            </Button>
          )}
        </Group>
      ) : (
        <Text mt="sm">{t('history:conflicts.notYours')}</Text>
      )}
      {resolve.error && !writesNew && <FailureNotice error={resolve.error} />}
      {writesNew && (
        <NewValueDialog
          conflict={conflict}
          words={words}
          busy={resolve.busy}
          error={resolve.error}
          onClose={() => setWritesNew(false)}
          onSave={(value) => settle({ value })}
        />
      )}
    </section>
  );
}

/** Where there is nothing to word and one field to choose, a new value would only be one of those that are there. */
const canBeComposed = ({ whole, texts, differs }: Conflict): boolean =>
  !whole && (texts.length > 0 || differs.length > 1);

type ColumnProps = {
  conflict: Conflict;
  value: ConflictValue;
  words: GroupWords;
  busy: boolean;
  onKeep: () => void;
};

function ValueColumn({ conflict, value, words, busy, onKeep }: ColumnProps) {
  const { t } = useTranslation();
  const who = { node: value.nodeName, by: value.by };
  return (
    <Stack gap="xs" className="panel" component="section" aria-label={t('history:conflicts.by', who)}>
      <Text fw={600}>{t('history:conflicts.by', who)}</Text>
      <MomentText value={value.at} />
      {value.state === 'value' && (
        <GroupValue words={words} group={conflict.group} value={value.value} differs={conflict.differs} />
      )}
      {value.state === 'removed' && <Text className="differs">{t('history:conflicts.removed')}</Text>}
      {value.state === 'withheld' && <Text c="dimmed">{t('common:record.withheld')}</Text>}
      {value.shown && <Text c="dimmed">{t('history:conflicts.shown')}</Text>}
      {conflict.may && value.state !== 'withheld' && (
        <Button variant="default" loading={busy} onClick={onKeep} mt="auto" className="long-label">
          {conflict.nature === 'accounts' ? t('history:conflicts.keepAccount', who) : t('history:conflicts.keep', who)}
        </Button>
      )}
    </Stack>
  );
}
