import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';
import type { Peer } from './peer.ts';

const elsewhere = 'elsewhere';

/** Writes one file for one neighbour: onto a stick that is in, into a folder, or as a download. */
export function WriteDialog({ peer, onClose }: { peer: Peer; onClose: () => void }) {
  const { t } = useTranslation();
  const drives = useCall('sticks.list', {});
  const folder = useSaveFolder();
  const write = useCommand('exchange.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState<OutputOf<'exchange.write'> | null>(null);
  const sticks = drives.value?.sticks ?? [];
  const target = chosen ?? sticks[0]?.token ?? elsewhere;

  async function writeTo(to: string | null): Promise<void> {
    const done = await write.run({ to, peer: peer.device });
    if (done.ok) setWritten(done.value);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('exchange:write.title', { name: peer.name })}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      {written ? (
        <Stack>
          <Text fw={600} role="status">
            {t('exchange:write.done', { count: written.changes })}
          </Text>
          <WrittenFile written={written} />
          <Text>{t('exchange:write.next', { name: peer.name })}</Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Text>{t('exchange:write.what', { count: peer.waiting })}</Text>
          <Radio.Group label={t('exchange:write.where')} value={target} onChange={setChosen}>
            <Stack gap="sm" mt="xs">
              {sticks.map(({ token, label, freeBytes }) => (
                <Radio key={token} value={token} label={t('exchange:write.stick', { label, free: freeBytes })} />
              ))}
              <Radio
                value={elsewhere}
                label={folder.hasDialogs ? t('exchange:write.folder') : t('exchange:write.download')}
              />
            </Stack>
          </Radio.Group>
          {folder.error && <FailureNotice error={folder.error} />}
          {write.error && <FailureNotice error={write.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button
              loading={write.busy}
              onClick={() => void (target === elsewhere ? folder.withFolder(writeTo) : writeTo(target))}
            >
              {t('exchange:write.act')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
