import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '#shared/contract/session.ts';
import { Door } from '#renderer/components/door.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { RecoverForm } from './recover-form.tsx';
import { useUnlock } from './use-unlock.ts';

/** The door of a locked home. It tells no names. */
export function UnlockScreen() {
  const cache = useQueryClient();
  const [recovers, setRecovers] = useState(false);
  const onOpen = (session: SessionState) => cache.setQueryData(['session.state', {}], session);
  return (
    <Door narrow>
      <section className="panel">
        {recovers ? (
          <RecoverForm onOpen={onOpen} onBack={() => setRecovers(false)} />
        ) : (
          <UnlockForm onOpen={onOpen} onRecover={() => setRecovers(true)} />
        )}
      </section>
    </Door>
  );
}

function UnlockForm({ onOpen, onRecover }: { onOpen: (session: SessionState) => void; onRecover: () => void }) {
  const { t } = useTranslation();
  const [user, setUser] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const unlock = useUnlock('session.unlock', onOpen);
  return (
    <form
      noValidate
      aria-label={t('session:unlock.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock.run({ user, passphrase });
      }}
    >
      <PageTitle title={t('session:unlock.title')} />
      <Stack gap="sm">
        <LineField label={t('session:userName')} value={user} onChange={setUser} ltr maxLength={60} autoFocus />
        <PassphraseField
          label={t('session:passphrase')}
          purpose="current"
          value={passphrase}
          onChange={setPassphrase}
        />
        {unlock.error && <FailureNotice error={unlock.error} />}
        <Text role="status" c="dimmed">
          {unlock.waitSeconds > 0 ? t('session:unlock.wait', { count: unlock.waitSeconds }) : ''}
        </Text>
        <Button type="submit" loading={unlock.busy} fullWidth>
          {t('session:unlock.act')}
        </Button>
        <Anchor component="button" type="button" mih={44} onClick={onRecover}>
          {t('session:unlock.forgotten')}
        </Anchor>
      </Stack>
    </form>
  );
}
