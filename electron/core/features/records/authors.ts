/** @file Who wrote a change, and where. */
import type { ChangeHeader } from '#core/changes/change.ts';
import type { HomeContext } from '#core/context.ts';

/** Display names by user id. */
export async function authorNames(context: HomeContext): Promise<ReadonlyMap<string, string>> {
  const users = await context.db.selectFrom('user_account').select(['id', 'display_name']).execute();
  return new Map(users.map((user) => [user.id, user.display_name]));
}

/** The display name under which a user is known here; empty when that node never told us. */
export async function userName(context: HomeContext, user: string): Promise<string> {
  const row = await context.db
    .selectFrom('user_account')
    .select('display_name')
    .where('id', '=', user)
    .executeTakeFirst();
  return row?.display_name ?? '';
}

/** The node of the device that wrote a change; null where no list of offices here tells. */
export const authorNode = (
  { home }: Pick<HomeContext, 'home'>,
  { ros, dev }: Pick<ChangeHeader, 'ros' | 'dev'>,
): string | null => home.changes.rosterAt(ros)?.device(dev)?.node ?? null;
