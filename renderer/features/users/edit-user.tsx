import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { isRole } from '#shared/domain/permissions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { FormFrame } from '#renderer/components/form-frame.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { withEmptyRoles } from './roles-errors.ts';
import { RolesField } from './roles-field.tsx';
import { UserAccess } from './user-access.tsx';

type User = OutputOf<'users.list'>[number];

export function EditUser({ user }: { user: User }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const say = useNotice();
  const edit = useCommand('users.edit');
  const [displayName, setDisplayName] = useState(user.displayName);
  const [roles, setRoles] = useState(user.roles.filter(isRole));
  // The heads of the form are those it was opened with, so that nothing unseen is written over.
  const [heads] = useState(user.heads);
  const labels = { displayName: t('users:displayName'), roles: t('users:roles') };

  async function save(): Promise<void> {
    const saved = await edit.run({ userId: user.id, displayName, roles, heads });
    if (!saved.ok) return;
    say(t('users:saved', { name: displayName }));
    navigate('/users');
  }

  return (
    <Stack>
      <FormFrame
        title={t('users:edit')}
        onSave={() => void save()}
        onCancel={() => navigate('/users')}
        busy={edit.busy}
        status={{ kind: 'unsaved' }}
        error={edit.error}
        fieldErrors={withEmptyRoles(edit.fieldErrors, roles)}
        fieldLabels={labels}
      >
        <Stack className="panel">
          <LineField
            label={labels.displayName}
            name="displayName"
            required
            value={displayName}
            onChange={setDisplayName}
          />
          <RolesField value={roles} onChange={setRoles} />
        </Stack>
      </FormFrame>
      {user.canSignIn && <UserAccess user={user} />}
    </Stack>
  );
}
