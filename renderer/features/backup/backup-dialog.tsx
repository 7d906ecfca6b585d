import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

const elsewhere = 'elsewhere';

/** Writes a backup: onto a stick that is in, into a folder, or as a download. */
export function BackupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const drives = useCall('sticks.list', {});
  const folder = useSaveFolder();
  const write = useCommand('backup.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState<OutputOf<'backup.write'> | null>(null);
  const sticks = drives.value?.sticks ?? [];
  const target = chosen ?? sticks[0]?.token ?? elsewhere;

  async function writeTo(to: string | null): Promise<void> {
    const done = await write.run({ to });
    if (done.ok) setWritten(done.value);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('backup:write.title')}
      closeOnClickOutside={!write.busy}
      closeOnEscape={!write.busy}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog'), disabled: write.busy }}
    >
      {written ? (
        <Stack>
          <Text fw={600} role="status">
            {t('backup:write.done')}
          </Text>
          <WrittenFile written={written} />
          <Text>{t('backup:write.next')}</Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Radio.Group label={t('backup:write.where')} value={target} onChange={setChosen}>
            <Stack gap="sm" mt="xs">
              {sticks.map(({ token, label, freeBytes }) => (
                <Radio key={token} value={token} label={t('backup:write.stick', { label, free: freeBytes })} />
              ))}
              <Radio
                value={elsewhere}
                label={folder.hasDialogs ? t('backup:write.folder') : t('backup:write.download')}
              />
            </Stack>
          </Radio.Group>
          <Text role="status">{write.busy ? t('backup:write.busy') : ''}</Text>
          {folder.error && <FailureNotice error={folder.error} />}
          {write.error && <FailureNotice error={write.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={write.busy}>
              {t('common:action.cancel')}
            </Button>
            <Button
              loading={write.busy}
              onClick={() => void (target === elsewhere ? folder.withFolder(writeTo) : writeTo(target))}
            >
              {t('backup:act')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
