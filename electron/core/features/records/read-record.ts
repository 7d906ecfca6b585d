/** @file Reading one record through the person's views, and the frame that every record shows. */
import { sql } from 'kysely';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { uuidToBytes, bytesToUuid } from '#core/changes/ids.ts';
import { type RecordValues, textIn, toRecordValues } from '#core/changes/record-values.ts';
import type { RecordType } from '#core/changes/registry.ts';
import { isRecordType, specOf } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import { isUuid } from '#core/changes/tokens.ts';
import type { HomeContext } from '#core/context.ts';
import { userName } from './authors.ts';
import { localHeadsOf } from './local-values.ts';

export type OpenRecord = {
  readonly id: string;
  readonly at: RecordType;
  readonly owner: string;
  readonly mine: boolean;
  readonly voided: boolean;
  readonly updated: string;
  readonly values: RecordValues;
};

/**
 * Null when there is no such record of this type, or this person may not see it: the two are not told apart. A record of
 * another office may name others by any text.
 */
export async function openRecord(context: HomeContext, id: string, at: RecordType): Promise<OpenRecord | null> {
  if (!isUuid(id.toLowerCase())) return null;
  const row = await context.db
    .selectFrom('record')
    .select(['owner', 'voided', 'updated', 'stub'])
    .where('id', '=', uuidToBytes(id))
    .where('at', '=', at)
    .executeTakeFirst();
  if (!row || row.owner === null) return null;
  const values = await context.db
    .selectFrom('val')
    .select(['grp', 'at', 'state', 'v', 'heads'])
    .where('agg', '=', uuidToBytes(id))
    .orderBy('grp')
    .execute();
  const read = toRecordValues(values);
  return {
    id,
    at,
    owner: row.owner,
    mine: await isMine(context, id, row.owner, read),
    voided: row.voided === 1,
    updated: row.updated,
    values: read,
  };
}

/** As `openRecord`, whatever its type. */
export async function openAnyRecord(context: HomeContext, id: string): Promise<OpenRecord | null> {
  const at = await recordTypeOf(context, id);
  return at === null ? null : openRecord(context, id, at);
}

/** Where several heads claim a record, an office goes on under its own, whichever is shown. */
async function isMine(context: HomeContext, id: string, owner: string, { all }: RecordValues): Promise<boolean> {
  const self = context.home.rosters.self().node;
  if (owner === self || all.get('owner')?.conflict !== true) return owner === self;
  const heads = await context.db
    .selectFrom('head')
    .innerJoin('chg', 'chg.id16', 'head.id16')
    .select(['chg.hdr', 'chg.pay'])
    .where('head.agg', '=', uuidToBytes(id))
    .where('head.grp', '=', 'owner')
    .execute();
  return heads.some((row) => decodeRow(row).payload?.d.owner?.node === self);
}

/** What `RecordFrame` of the contract holds. */
export async function frameOf(context: HomeContext, record: OpenRecord) {
  const heads = await formHeadsOf(context, record.id);
  const { values } = record;
  const needsUpdate = await isNewer(context, record.id);
  return {
    id: record.id,
    owner: { node: record.owner, name: context.home.rosters.nodeName(record.owner), mine: record.mine },
    heads,
    conflicts: [...values.all].filter(([, value]) => value.conflict).map(([group]) => group),
    conflictsBelow: record.at === 'forum' ? await conflictsBelow(context, record.id) : 0,
    withheld: [...values.all].filter(([, value]) => value.state === 'withheld').map(([group]) => group),
    voided: record.voided ? await voidOf(context, record) : null,
    needsUpdate,
    offeredAway: record.mine && textIn(values.one('transfer'), 'state') === 'offered',
    may: mayOf(context, record, needsUpdate),
    updatedAt: hlcToMoment(record.updated),
  };
}

async function conflictsBelow(context: HomeContext, forumId: string): Promise<number> {
  const { n } = await context.db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('meeting.forum', '=', uuidToBytes(forumId))
    .where('record.conflict', '=', 1)
    .executeTakeFirstOrThrow();
  return n;
}

/** What a form is loaded with: the heads of the record's groups, and the last entries of what stays on this computer. */
export const formHeadsOf = async (context: HomeContext, id: string): Promise<Record<string, string[]>> => ({
  ...(await headsOf(context, id)),
  ...(await localHeadsOf(context, id)),
});

/** Of what travels alone: a change may name these. */
export async function headsOf(context: HomeContext, id: string): Promise<Record<string, string[]>> {
  return (await headsOfEach(context, [id])).get(id) ?? {};
}

/** The same for several records at once; one that has none is left out. */
export async function headsOfEach(
  context: HomeContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Record<string, string[]>>> {
  const rows = await context.db
    .selectFrom('head')
    .select(['agg', 'grp', 'id16'])
    .where('agg', 'in', ids.map(uuidToBytes))
    .orderBy('agg')
    .orderBy('grp')
    .orderBy('id16')
    .execute();
  const found = new Map<string, Record<string, string[]>>();
  for (const { agg, grp, id16 } of rows) {
    const id = bytesToUuid(agg);
    const heads = found.get(id) ?? {};
    heads[grp] = [...(heads[grp] ?? []), toBase64Url(id16)];
    found.set(id, heads);
  }
  return found;
}

/** Screens ask this instead of the roles; the data layer checks again when something is written. */
export function mayOf(
  context: HomeContext,
  record: Pick<OpenRecord, 'at' | 'voided' | 'mine' | 'owner'> & Partial<Pick<OpenRecord, 'values'>>,
  needsUpdate: boolean,
): { edit: boolean; correct: boolean; void: boolean } {
  const { roles } = context.session.access;
  const self = context.home.rosters.self();
  const isAbove = context.home.changes.rosterAt(self.roster)?.isAncestor(self.node, record.owner) === true;
  const offered = textIn(record.values?.one('transfer'), 'state') === 'offered';
  const spec = specOf(record.at);
  const writes = spec?.writers.some((role) => roles.includes(role)) ?? false;
  const corrects = spec?.correctors.some((role) => roles.includes(role)) ?? false;
  const open = !record.voided && !needsUpdate;
  return {
    edit: open && record.mine && !offered && writes,
    correct: open && !record.mine && isAbove && corrects,
    void: open && record.mine && !offered && corrects,
  };
}

export async function isNewer(context: HomeContext, id: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('chg as c')
    .innerJoin('record as r', (join) => join.onRef('r.id', '=', 'c.agg').onRef('r.at', '=', 'c.at'))
    .select('c.n')
    .where('c.agg', '=', uuidToBytes(id))
    .where(sql<boolean>`c.projected = 0 AND c.verdict = 'ok'`)
    .where((eb) => sql<boolean>`json_extract(CAST(${eb.ref('c.hdr')} AS TEXT), '$.mu') = 1`)
    .executeTakeFirst();
  return row !== undefined;
}

async function voidOf(context: HomeContext, record: OpenRecord): Promise<{ reason: string; at: string; by: string }> {
  const change = await context.db
    .selectFrom('val as v')
    .innerJoin('chg as c', 'c.id16', 'v.id16')
    .select((eb) => sql<string>`json_extract(CAST(${eb.ref('c.hdr')} AS TEXT), '$.hlc')`.as('hlc'))
    .select((eb) => sql<string>`json_extract(CAST(${eb.ref('c.hdr')} AS TEXT), '$.by')`.as('by'))
    .where('v.agg', '=', uuidToBytes(record.id))
    .where('v.grp', '=', 'void')
    .executeTakeFirst();
  return {
    reason: textIn(record.values.one('voidReason'), 'reason'),
    at: hlcToMoment(change?.hlc ?? ''),
    by: change ? await userName(context, bytesToUuid(Buffer.from(change.by, 'base64url'))) : '',
  };
}

/** The type of a record this person may see; null when there is none. */
export async function recordTypeOf(context: HomeContext, id: string): Promise<RecordType | null> {
  const row = await context.db.selectFrom('record').select('at').where('id', '=', uuidToBytes(id)).executeTakeFirst();
  return row && isRecordType(row.at) ? row.at : null;
}
