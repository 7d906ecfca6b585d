import { Button, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FingerprintText } from '#renderer/components/fingerprint.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

/** Asks the directorate for new keys: after a restore in place of a blocked computer, or for a copy of another one. */
export function RenewStep() {
  const { t } = useTranslation();
  const renew = useCommand('enrol.renew');
  const folder = useSaveFolder();
  const [written, setWritten] = useState<OutputOf<'enrol.renew'> | null>(null);
  return (
    <section className="panel" aria-label={t('devices:renew.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('devices:renew.title')}
      </Title>
      <Stack align="flex-start">
        <Text>{t('devices:renew.text')}</Text>
        <Button
          variant="default"
          leftSection={<IconKey size={20} aria-hidden />}
          loading={renew.busy}
          onClick={() =>
            void folder.withFolder(async (to) => {
              const done = await renew.run({ to });
              if (done.ok) setWritten(done.value);
            })
          }
        >
          {t('devices:renew.act')}
        </Button>
        {folder.error && <FailureNotice error={folder.error} />}
        {renew.error && <FailureNotice error={renew.error} />}
        {written && (
          <Stack role="status">
            <WrittenFile written={written} />
            <FingerprintText label={t('enrolment:request.fingerprint')} value={written.fingerprint} />
            <Text>{t('devices:renew.next')}</Text>
          </Stack>
        )}
      </Stack>
    </section>
  );
}
