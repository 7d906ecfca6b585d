import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import type { AttachedRecord } from './attached-record.ts';

const offeredForMs = 15_000;

type Props = { record: AttachedRecord; attachment: Attachment; onDone: () => void };

/** The way back, for a while; afterwards the history still tells what was taken out. */
export function RemovedNotice({ record, attachment, onDone }: Props) {
  const { t } = useTranslation();
  const restore = useCommand('attachments.restore');
  const { busy, error } = restore;
  useEffect(() => {
    if (busy || error) return;
    const timer = setTimeout(onDone, offeredForMs);
    return () => clearTimeout(timer);
  }, [busy, error, onDone]);

  async function putBack(): Promise<void> {
    const done = await restore.run({ recordId: record.id, attachmentId: attachment.id, heads: record.heads });
    if (done.ok) onDone();
  }

  return (
    <Alert color="gray" role="status">
      <Group justify="space-between">
        <Text>{t('attachments:remove.done', { name: attachment.name ?? t('attachments:withheldName') })}</Text>
        <Button variant="default" loading={busy} onClick={() => void putBack()}>
          {t('common:action.undo')}
        </Button>
      </Group>
      {error && <FailureNotice error={error} />}
    </Alert>
  );
}
