import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '#shared/contract/session.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FieldContextProvider } from '#renderer/components/fields/field-context.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { useUnlock } from './use-unlock.ts';

/** The way in with the printed recovery code; it sets a new passphrase for the user named. */
export function RecoverForm({ onOpen, onBack }: { onOpen: (session: SessionState) => void; onBack: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [user, setUser] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const recover = useUnlock('session.recover', onOpen);
  const fields = useMemo(() => ({ errors: recover.fieldErrors, onEdit: () => undefined }), [recover.fieldErrors]);
  return (
    <FieldContextProvider value={fields}>
      <form
        noValidate
        aria-label={t('session:recover.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void recover.run({ code, user, passphrase });
        }}
      >
        <PageTitle title={t('session:recover.title')} />
        <Stack gap="sm">
          <Text>{t('session:recover.explain')}</Text>
          <LineField
            label={t('session:recoveryCode')}
            name="code"
            value={code}
            onChange={setCode}
            ltr
            maxLength={200}
            autoFocus
          />
          <LineField label={t('session:userName')} name="user" value={user} onChange={setUser} ltr maxLength={60} />
          <PassphraseField
            label={t('session:newPassphrase')}
            name="passphrase"
            purpose="new"
            description={t('session:policy')}
            value={passphrase}
            onChange={setPassphrase}
          />
          {recover.error && <FailureNotice error={recover.error} />}
          <Text role="status" c="dimmed">
            {recover.waitSeconds > 0 ? t('session:unlock.wait', { count: recover.waitSeconds }) : ''}
          </Text>
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {t('common:action.back')}
            </Button>
            <Button type="submit" loading={recover.busy}>
              {t('session:recover.act')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FieldContextProvider>
  );
}
