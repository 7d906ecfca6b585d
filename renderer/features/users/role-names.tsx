import { useTranslation } from 'react-i18next';
import { isRole } from '#shared/domain/permissions.ts';
import { Identifier } from '#renderer/components/identifier.tsx';

/** The roles of a person in words, one a line. */
export function RoleNames({ roles }: { roles: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {roles.map((role) => (
        <div key={role}>{isRole(role) ? t(`users:role.${role}`) : <Identifier>{role}</Identifier>}</div>
      ))}
    </>
  );
}
