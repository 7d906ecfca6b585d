import { Button, Group, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { FieldContextProvider } from '#renderer/components/fields/field-context.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';

type User = OutputOf<'users.list'>[number];

/** A new passphrase for someone who forgot it, and the end of someone's access. */
export function UserAccess({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('users:access')}>
      <Title order={2} size="h3" mb="sm">
        {t('users:access')}
      </Title>
      <Group>
        <ResetPassphrase user={user} />
        <DisableUser user={user} />
      </Group>
    </section>
  );
}

function ResetPassphrase({ user }: { user: User }) {
  const { t } = useTranslation();
  const say = useNotice();
  const reset = useCommand('users.resetPassphrase');
  const [opened, setOpened] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const fields = useMemo(() => ({ errors: reset.fieldErrors, onEdit: () => undefined }), [reset.fieldErrors]);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('users:reset.open')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('users:reset.title', { name: user.displayName })}
        text={t('users:reset.text')}
        act={t('users:reset.act')}
        busy={reset.busy}
        error={reset.error}
        onAct={async () => {
          const done = await reset.run({ userId: user.id, passphrase });
          if (!done.ok) return;
          setOpened(false);
          setPassphrase('');
          say(t('users:reset.done', { name: user.displayName }));
        }}
      >
        <FieldContextProvider value={fields}>
          <PassphraseField
            label={t('session:newPassphrase')}
            name="passphrase"
            purpose="new"
            required
            description={t('session:policy')}
            value={passphrase}
            onChange={setPassphrase}
          />
        </FieldContextProvider>
      </ConfirmDialog>
    </>
  );
}

function DisableUser({ user }: { user: User }) {
  const { t } = useTranslation();
  const say = useNotice();
  const disable = useCommand('users.disable');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('users:disable.open')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('users:disable.title', { name: user.displayName })}
        text={t('users:disable.text')}
        act={t('users:disable.act')}
        danger
        busy={disable.busy}
        error={disable.error}
        onAct={async () => {
          const done = await disable.run({ userId: user.id });
          if (!done.ok) return;
          setOpened(false);
          say(t('users:disable.done', { name: user.displayName }));
        }}
      />
    </>
  );
}
