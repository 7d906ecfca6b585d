import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#core/db/tables.ts';

/** Users this home knows: its own people, and authors from elsewhere in the tree. */
export async function listUsers(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('user_account')
    .leftJoin('user_login', 'user_login.user', 'user_account.id')
    .select(['user_account.id', 'display_name', 'roles', 'node', 'login', 'slot'])
    .orderBy('display_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    displayName: row.display_name,
    roles: JSON.parse(row.roles) as string[],
    node: row.node,
    loginName: row.login,
    canSignIn: row.slot !== null && row.slot !== undefined,
  }));
}

export type Login = { readonly user: string; readonly login: string; readonly slot: string | null };

export const loginOf = (db: Kysely<Tables>, user: string): Promise<Login | undefined> =>
  db.selectFrom('user_login').select(['user', 'login', 'slot']).where('user', '=', user).executeTakeFirst();

export const isNameTaken = async (db: Kysely<Tables>, loginFold: string): Promise<boolean> =>
  (await db.selectFrom('user_login').select('user').where('login_fold', '=', loginFold).executeTakeFirst()) !==
  undefined;

export async function insertLogin(
  trx: Transaction<Tables>,
  login: {
    readonly user: string;
    readonly login: string;
    readonly loginFold: string;
    readonly slot: string;
    readonly displayName: string;
    readonly roles: readonly string[];
  },
): Promise<void> {
  await trx
    .insertInto('user_login')
    .values({
      user: login.user,
      login: login.login,
      login_fold: login.loginFold,
      slot: login.slot,
      first_name: login.displayName,
      first_roles: JSON.stringify(login.roles),
    })
    .execute();
}

export async function setSlot(trx: Transaction<Tables>, user: string, slot: string | null): Promise<void> {
  await trx.updateTable('user_login').set({ slot }).where('user', '=', user).execute();
}

/** Whether somebody besides this user can sign in here as administrator. */
export async function isOtherAdministrator(db: Kysely<Tables>, user: string): Promise<boolean> {
  const others = (await listUsers(db)).filter((other) => other.id !== user && other.canSignIn);
  return others.some(({ roles }) => roles.includes('administrator'));
}
