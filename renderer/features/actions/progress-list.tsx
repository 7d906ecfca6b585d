import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { DateText } from '#renderer/components/date-text.tsx';

type Action = OutputOf<'actions.get'>;
type Told = Action['progress'][number];

/** What was told about an action, newest first. */
export function ProgressList({ action }: { action: Action }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Told | null>(null);
  if (action.progress.length === 0) return <Text>{t('actions:page.noProgress')}</Text>;
  return (
    <Stack component="ul" className="plain-list" gap="sm">
      {action.progress.toReversed().map((told) => (
        <Card key={told.id} withBorder component="li">
          <Entry told={told} onTakeBack={action.may.tell && told.meeting === null ? () => setAsked(told) : null} />
        </Card>
      ))}
      {asked && <TakeBackDialog action={action} told={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

function Entry({ told, onTakeBack }: { told: Told; onTakeBack: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-start">
        <Text fw={600}>
          <CodeLabel list="action_item_status" code={told.status} /> · <DateText value={told.date} />
        </Text>
        {onTakeBack && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={onTakeBack}
            aria-label={t('actions:page.takeBackOf', { date: told.date })}
          >
            {t('actions:page.takeBack')}
          </Button>
        )}
      </Group>
      {told.note !== '' && (
        <Text className="passage">
          <bdi>{told.note}</bdi>
        </Text>
      )}
      {told.evidence !== '' && (
        <Text size="sm">
          {t('actions:tell.evidence')} · <bdi>{told.evidence}</bdi>
        </Text>
      )}
      {told.meeting !== null && <Anchor href={`#/meetings/${told.meeting}`}>{t('actions:page.reviewed')}</Anchor>}
    </Stack>
  );
}

function TakeBackDialog({ action, told, onClose }: { action: Action; told: Told; onClose: () => void }) {
  const { t } = useTranslation();
  const takeBack = useCommand('actions.takeBack');
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('actions:page.takeBackTitle')}
      text={t('actions:page.takeBackText')}
      act={t('actions:page.takeBackAct')}
      busy={takeBack.busy}
      error={takeBack.error}
      onAct={async () => {
        const done = await takeBack.run({
          meetingId: action.meetingId,
          progressId: told.id,
          heads: action.heads,
        });
        if (done.ok) onClose();
      }}
      danger
    />
  );
}
