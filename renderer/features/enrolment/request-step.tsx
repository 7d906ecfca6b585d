import { Button, Stack, Text, Title } from '@mantine/core';
import { IconFileExport, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FingerprintText } from '#renderer/components/fingerprint.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

/**
 * Asks the directorate to let this office in; or, with `renews`, for new keys: after a restore in place of a blocked
 * computer, or for a copy of another one.
 */
export function RequestStep({ renews = false }: { renews?: boolean }) {
  const { t } = useTranslation();
  const request = useCommand(renews ? 'enrol.renew' : 'enrol.request');
  const folder = useSaveFolder();
  const [written, setWritten] = useState<OutputOf<'enrol.request'> | null>(null);
  const title = renews ? t('devices:renew.title') : t('enrolment:request.title');
  const Icon = renews ? IconKey : IconFileExport;
  return (
    <section className="panel" aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      <Stack align="flex-start">
        <Text>{renews ? t('devices:renew.text') : t('enrolment:request.text')}</Text>
        <Button
          variant={renews ? 'default' : 'filled'}
          leftSection={<Icon size={20} aria-hidden />}
          loading={request.busy}
          onClick={() =>
            void folder.withFolder(async (to) => {
              const done = await request.run({ to });
              if (done.ok) setWritten(done.value);
            })
          }
        >
          {renews ? t('devices:renew.act') : t('enrolment:request.act')}
        </Button>
        {folder.error && <FailureNotice error={folder.error} />}
        {request.error && <FailureNotice error={request.error} />}
        {written && (
          <Stack role="status">
            <WrittenFile written={written} />
            <FingerprintText label={t('enrolment:request.fingerprint')} value={written.fingerprint} />
            <Text>{renews ? t('devices:renew.next') : t('enrolment:request.next')}</Text>
          </Stack>
        )}
      </Stack>
    </section>
  );
}
