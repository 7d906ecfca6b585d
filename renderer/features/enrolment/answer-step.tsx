import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PickedFile } from '#renderer/client/files.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FingerprintCompare } from '#renderer/components/fingerprint.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';

/** Installs the directorate's answer: the first one, or the one to a request for new keys. */
export function AnswerStep({ renews = false }: { renews?: boolean }) {
  const { t } = useTranslation();
  const title = renews ? t('devices:renew.answerTitle') : t('enrolment:answer.title');
  const [file, setFile] = useState<PickedFile | null>(null);
  return (
    <section className="panel" aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      <Stack align="flex-start">
        <Text>{t('enrolment:answer.text')}</Text>
        <PickFilesButton
          kind="answer"
          label={t('enrolment:answer.pick')}
          variant={file === null && !renews ? 'filled' : 'default'}
          onPicked={([picked]) => setFile(picked ?? null)}
        />
        {file && <InstallAnswer key={file.token} file={file} renews={renews} />}
      </Stack>
    </section>
  );
}

function InstallAnswer({ file, renews }: { file: PickedFile; renews: boolean }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const say = useNotice();
  const answer = useCall('enrol.readAnswer', { file: file.token });
  const install = useCommand('enrol.install');
  const [compared, setCompared] = useState(false);
  const [reminded, setReminded] = useState(false);
  return (
    <QueryState of={answer}>
      {({ parentName, code, fingerprint }) => (
        <Stack>
          <Text>{t('enrolment:answer.from', { parent: parentName, code })}</Text>
          <FingerprintCompare
            label={t('enrolment:answer.fingerprint')}
            value={fingerprint}
            compared={compared}
            onCompared={setCompared}
          />
          {reminded && !compared && <Text role="alert">{t('enrolment:compare.first')}</Text>}
          {install.error && <FailureNotice error={install.error} />}
          <Button
            loading={install.busy}
            onClick={async () => {
              setReminded(true);
              if (!compared) return;
              const done = await install.run({ file: file.token, fingerprint });
              if (!done.ok) return;
              say(
                renews
                  ? t('devices:renew.installed', { parent: parentName })
                  : t('enrolment:answer.installed', { parent: parentName }),
              );
              navigate('/');
            }}
          >
            {renews ? t('devices:renew.install') : t('enrolment:answer.act')}
          </Button>
        </Stack>
      )}
    </QueryState>
  );
}
