import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Role } from '#shared/domain/permissions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { FormFrame } from '#renderer/components/form-frame.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { withEmptyRoles } from './roles-errors.ts';
import { RolesField } from './roles-field.tsx';

export function NewUser() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const say = useNotice();
  const create = useCommand('users.create');
  const [displayName, setDisplayName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const labels = {
    displayName: t('users:displayName'),
    loginName: t('session:userName'),
    roles: t('users:roles'),
    passphrase: t('users:firstPassphrase'),
  };

  async function save(): Promise<void> {
    const made = await create.run({ displayName, loginName, roles, passphrase });
    if (!made.ok) return;
    say(t('users:created', { name: displayName }));
    navigate('/users');
  }

  return (
    <FormFrame
      title={t('users:new')}
      onSave={() => void save()}
      onCancel={() => navigate('/users')}
      busy={create.busy}
      status={{ kind: 'unsaved' }}
      error={create.error}
      fieldErrors={withEmptyRoles(create.fieldErrors, roles)}
      fieldLabels={labels}
    >
      <Stack className="panel">
        <LineField
          label={labels.displayName}
          name="displayName"
          required
          autoFocus
          value={displayName}
          onChange={setDisplayName}
        />
        <LineField
          label={labels.loginName}
          name="loginName"
          required
          ltr
          maxLength={60}
          value={loginName}
          onChange={setLoginName}
        />
        <RolesField value={roles} onChange={setRoles} />
        <PassphraseField
          label={labels.passphrase}
          name="passphrase"
          required
          purpose="new"
          description={t('session:policy')}
          value={passphrase}
          onChange={setPassphrase}
        />
      </Stack>
    </FormFrame>
  );
}
