/**
 * @file What goes along when a record is handed over. The rule for each record type stands here alone: what names a forum
 * belongs to it and goes with it, a training that was held for it too; a case goes by itself.
 */
import { bytesToUuid, uuidToBytes, uuidToWire } from '#core/changes/ids.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { MovableType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import type { Transferable } from '#shared/domain/transfer.ts';
import { type HeadOf, type Standing, standingOf } from './transfer-state.ts';

/** Each has a table of its name that names the forum; in the order in which its page shows them. */
const ofForum = ['meeting', 'issue', 'plan', 'mapping', 'training'] as const;

export type Movable = { readonly id: string; readonly at: MovableType };

/** A record and how it stands. `own`: the ownership head by which it is this node's. */
export type Moving = Movable & { readonly own: string; readonly standing: Standing };

/** Records that hang on this one, whoever owns them, void ones too. */
export async function hangingOn(context: HomeContext, { id, at }: Movable): Promise<readonly Movable[]> {
  if (at !== 'forum') return [];
  const lists = ofForum.map(async (table) => {
    const rows = await context.db
      // Of all of them these two columns alone are read.
      .selectFrom(table as 'meeting')
      .select('id')
      .where('forum', '=', uuidToBytes(id))
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ id: bytesToUuid(row.id), at: table }));
  });
  return (await Promise.all(lists)).flat();
}

/** The record and what hangs on it, as far as it is this node's: without the record itself it is what stayed behind. */
export async function movingWith(context: HomeContext, record: Movable): Promise<readonly Moving[]> {
  return ownAmong(context, [{ id: record.id, at: record.at }, ...(await hangingOn(context, record))]);
}

export async function ownAmong(context: HomeContext, records: readonly Movable[]): Promise<readonly Moving[]> {
  const moving: Moving[] = [];
  for (const record of records) {
    const standing = await standingOf(context, record.id);
    if (standing.own !== null) moving.push({ ...record, own: standing.own, standing });
  }
  return moving;
}

/** What the value of an offer says of the set it belongs to; of a case nothing. */
export const rootIn = (value: HeadOf['value']): string | null => (typeof value?.root === 'string' ? value.root : null);
export const alongIn = (value: HeadOf['value']): readonly string[] =>
  Array.isArray(value?.with) ? (value.with as readonly string[]) : [];

/** The offer among these by which a record goes along with that one. */
export const offerAlong = (offers: readonly HeadOf[], root: string, to: string): HeadOf | undefined =>
  offers.find(({ value }) => rootIn(value) === uuidToWire(root) && value?.to === to);

/** The page that shows a record that was handed over, and what lists call it there. */
export async function pageOf(
  context: HomeContext,
  { id, at }: Movable,
): Promise<{ readonly pageId: string; readonly type: Transferable; readonly name: string }> {
  if (at === 'dispute') {
    const row = await context.db
      .selectFrom('record')
      .select('number')
      .where('id', '=', uuidToBytes(id))
      .executeTakeFirst();
    return { pageId: id, type: 'dispute', name: row?.number ?? '' };
  }
  const pageId = at === 'forum' ? id : await forumOf(context, { id, at });
  const forum = await openRecord(context, pageId, 'forum');
  return { pageId, type: 'forum', name: forum ? textIn(forum.values.one('identity'), 'name') : '' };
}

async function forumOf(context: HomeContext, { id, at }: Movable): Promise<string> {
  const row = await context.db
    .selectFrom(at as 'meeting')
    .select('forum')
    .where('id', '=', uuidToBytes(id))
    .executeTakeFirst();
  return row && row.forum.length === 16 ? bytesToUuid(row.forum) : id;
}
