import { Button, Stack, Text, Title } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FingerprintText } from '#renderer/components/fingerprint.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

export function RequestStep() {
  const { t } = useTranslation();
  const request = useCommand('enrol.request');
  const folder = useSaveFolder();
  const [written, setWritten] = useState<OutputOf<'enrol.request'> | null>(null);
  return (
    <section className="panel" aria-label={t('enrolment:request.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('enrolment:request.title')}
      </Title>
      <Stack align="flex-start">
        <Text>{t('enrolment:request.text')}</Text>
        <Button
          leftSection={<IconFileExport size={20} aria-hidden />}
          loading={request.busy}
          onClick={() =>
            void folder.withFolder(async (to) => {
              const done = await request.run({ to });
              if (done.ok) setWritten(done.value);
            })
          }
        >
          {t('enrolment:request.act')}
        </Button>
        {folder.error && <FailureNotice error={folder.error} />}
        {request.error && <FailureNotice error={request.error} />}
        {written && (
          <Stack role="status">
            <WrittenFile written={written} />
            <FingerprintText label={t('enrolment:request.fingerprint')} value={written.fingerprint} />
            <Text>{t('enrolment:request.next')}</Text>
          </Stack>
        )}
      </Stack>
    </section>
  );
}
