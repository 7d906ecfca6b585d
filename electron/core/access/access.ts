/** @file What one signed-in person may see, as the data layer needs it (docs/adr/0007). */
import { type Permission, permissionsOf, type Role } from '#shared/domain/permissions.ts';

export type Access = {
  readonly user: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly policing: 'none' | 'all';
  /** `assigned`: the disputes this person mediates. */
  readonly hlp: 'none' | 'assigned' | 'all';
};

export function createAccess(user: string, roles: readonly Role[]): Access {
  const permissions = permissionsOf(roles);
  const assigned = permissions.has('hlp.read') ? 'assigned' : 'none';
  return {
    user,
    roles,
    permissions,
    policing: permissions.has('policing.read') ? 'all' : 'none',
    hlp: permissions.has('hlp.supervise') ? 'all' : assigned,
  };
}
