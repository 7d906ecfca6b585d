/** @file People of this home as records of their own, so that every node can name an author. */
import { all } from '#core/changes/statements.ts';
import { createWriter, type Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';

/**
 * Writes the records of users who were made before this home could record anything. Must run inside a transaction,
 * once the home has a roster. The first user signs for himself or herself as administrator.
 */
export function writeOwnUsers(services: Services, home: OpenHome): null {
  const { raw } = home.store;
  const writer = createWriter(home, services.ports.now);
  const logins = all<{ user: string; first_name: string; first_roles: string }>(
    raw,
    'SELECT user, first_name, first_roles FROM user_login WHERE user NOT IN (SELECT id FROM user_account) ORDER BY user',
  );
  home.rosters.reload();
  for (const { user, first_name, first_roles } of logins) {
    const written = writer.write({
      record: user,
      at: 'user',
      kind: 'user.created',
      creates: true,
      groups: [
        { group: 'profile', value: { displayName: first_name } },
        { group: 'roles', value: { roles: JSON.parse(first_roles) as string[] } },
      ],
    });
    if (!written.ok) throw new Error(`the first user was refused: ${written.error.code}`);
  }
  return null;
}
