import { all } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';

/** Key slots of the people who are administrators here, by their own record or, before enrolment, by how they began. */
export function administratorSlots(raw: SqliteDatabase): ReadonlySet<string> {
  const logins = all<{ slot: string; roles: string }>(
    raw,
    `SELECT slot, coalesce(roles, first_roles) AS roles FROM user_login LEFT JOIN user_account ON id = user
     WHERE slot IS NOT NULL`,
  );
  const isAdministrator = ({ roles }: { roles: string }): boolean =>
    (JSON.parse(roles) as string[]).includes('administrator');
  return new Set(logins.filter(isAdministrator).map(({ slot }) => slot));
}
