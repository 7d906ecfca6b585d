import { Button, Stack, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FieldContextProvider } from '#renderer/components/fields/field-context.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';

/** One's own passphrase. The old one proves who is sitting here. */
export function PassphraseSettings() {
  const { t } = useTranslation();
  const say = useNotice();
  const change = useCommand('session.changePassphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const fields = useMemo(() => ({ errors: change.fieldErrors, onEdit: () => undefined }), [change.fieldErrors]);
  return (
    <FieldContextProvider value={fields}>
      <form
        className="panel"
        noValidate
        aria-label={t('session:settings.passphrase')}
        onSubmit={async (event) => {
          event.preventDefault();
          const done = await change.run({ current, next });
          if (!done.ok) return;
          setCurrent('');
          setNext('');
          say(t('session:settings.passphraseSaved'));
        }}
      >
        <Title order={2} size="h3" mb="sm">
          {t('session:settings.passphrase')}
        </Title>
        <Stack align="stretch" maw={460}>
          <PassphraseField
            label={t('session:settings.current')}
            name="current"
            purpose="current"
            value={current}
            onChange={setCurrent}
          />
          <PassphraseField
            label={t('session:newPassphrase')}
            name="next"
            purpose="new"
            description={t('session:policy')}
            value={next}
            onChange={setNext}
          />
          {change.error && <FailureNotice error={change.error} />}
          <Button type="submit" loading={change.busy}>
            {t('session:settings.passphraseAct')}
          </Button>
        </Stack>
      </form>
    </FieldContextProvider>
  );
}
