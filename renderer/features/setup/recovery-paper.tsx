import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';

/** Shows the recovery code once, as a paper to copy, and lets it be typed back before it is taken away. */
export function RecoveryPaper({ code, onConfirmed }: { code: string; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(false);
  return (
    <Stack>
      <PageTitle title={t('session:recovery.title')} />
      {written ? (
        <TypeBack onBack={() => setWritten(false)} onConfirmed={onConfirmed} />
      ) : (
        <>
          <Text>{t('session:recovery.explain')}</Text>
          <section className="recovery-paper" aria-label={t('session:recoveryCode')}>
            <Text fw={600}>{t('common:app.name')}</Text>
            <Text>{t('session:recoveryCode')}</Text>
            <bdi dir="ltr" className="recovery-code">
              {code}
            </bdi>
          </section>
          <Alert color="orange">{t('session:recovery.keep')}</Alert>
          <Group justify="flex-end">
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('common:action.print')}
            </Button>
            <Button onClick={() => setWritten(true)}>{t('session:recovery.written')}</Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function TypeBack({ onBack, onConfirmed }: { onBack: () => void; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const confirm = useCommand('home.confirmRecovery');
  return (
    <form
      noValidate
      aria-label={t('session:recovery.title')}
      onSubmit={async (event) => {
        event.preventDefault();
        const done = await confirm.run({ code: typed });
        if (done.ok) onConfirmed();
      }}
    >
      <Stack>
        <Text>{t('session:recovery.typeBackText')}</Text>
        <LineField
          label={t('session:recovery.typeBack')}
          value={typed}
          onChange={setTyped}
          ltr
          maxLength={200}
          autoFocus
        />
        {confirm.error && <FailureNotice error={confirm.error} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('session:recovery.showAgain')}
          </Button>
          <Button type="submit" loading={confirm.busy}>
            {t('session:recovery.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
