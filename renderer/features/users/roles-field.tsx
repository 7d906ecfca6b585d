import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#shared/domain/permissions.ts';
import { FieldLabel, useField } from '#renderer/components/fields/field-context.tsx';

type Props = { value: readonly Role[]; onChange: (roles: Role[]) => void };

/** Roles add up; each says what it allows. */
export function RolesField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const label = t('users:roles');
  const { error, edited, attributes } = useField({ label, name: 'roles', required: true });
  return (
    <Checkbox.Group
      label={<FieldLabel label={label} required />}
      error={error}
      value={[...value]}
      onChange={(chosen) => {
        edited();
        onChange(ROLES.filter((role) => chosen.includes(role)));
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs" verticalSpacing="sm">
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`users:role.${role}`)}
            description={descriptionOf(role)}
            {...(index === 0 ? attributes : {})}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );

  function descriptionOf(role: Role): string {
    const descriptions: Readonly<Record<Role, string>> = {
      policing_clerk: t('users:may.policingClerk'),
      policing_officer: t('users:may.policingOfficer'),
      hlp_mediator: t('users:may.hlpMediator'),
      hlp_supervisor: t('users:may.hlpSupervisor'),
      administrator: t('users:may.administrator'),
      merge_clerk: t('users:may.mergeClerk'),
      directorate_analyst: t('users:may.directorateAnalyst'),
      auditor: t('users:may.auditor'),
    };
    return descriptions[role];
  }
}
