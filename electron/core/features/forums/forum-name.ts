import type { Kysely } from 'kysely';
import { uuidToBytes } from '#core/changes/ids.ts';
import { isUuid } from '#core/changes/tokens.ts';
import type { Tables } from '#core/db/tables.ts';

/** `forumId`: as a record names it, so it may be any text. Null for none, and for one that is not seen here. */
export async function forumNameOf(db: Kysely<Tables>, forumId: string | null): Promise<string | null> {
  if (!isUuid(forumId)) return null;
  const row = await db.selectFrom('forum').select('name').where('id', '=', uuidToBytes(forumId)).executeTakeFirst();
  return row?.name ?? null;
}
