/** @file What imports read of the tables, and what they keep about themselves; it stays on this computer. */
import type { Kysely, Transaction } from 'kysely';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { HomeContext } from '#core/context.ts';
import type { Tables } from '#core/db/tables.ts';
import { type SheetKind, SHEET_KINDS } from '#shared/domain/sheet-fields.ts';

type Named = { readonly id: string; readonly names: readonly string[] };

/** Of this office, without those that are void. */
export const namesOfForums = async ({ db, home }: HomeContext): Promise<Named[]> =>
  (
    await db
      .selectFrom('forum')
      .innerJoin('record', 'record.id', 'forum.id')
      .select(['forum.id', 'forum.name'])
      .where('record.owner', '=', home.rosters.self().node)
      .where('record.voided', '=', 0)
      .execute()
  ).map(({ id, name }) => ({ id: bytesToUuid(id), names: [name] }));

export const namesOfSites = async ({ db }: HomeContext): Promise<Named[]> =>
  (
    await db
      .selectFrom('site')
      .innerJoin('record', 'record.id', 'site.id')
      .select(['site.id', 'site.name'])
      .where('record.voided', '=', 0)
      .execute()
  ).map(({ id, name }) => ({ id: bytesToUuid(id), names: [name] }));

/** Those that forms still offer. */
export const namesOfPartners = async ({ db }: HomeContext): Promise<Named[]> =>
  (await db.selectFrom('partner').selectAll().where('active', '=', 1).execute()).map((row) => ({
    id: bytesToUuid(row.id),
    names: [row.name_en, row.name_ar, row.name_ckb],
  }));

export type FoundRecord = {
  readonly id: string;
  readonly title: string;
  /** Last change: whether anything is new since. */
  readonly updated: string;
  readonly conflict: boolean;
  /** By which rows are compared. */
  readonly key: { readonly [part: string]: string };
};

/** Records of this office that a row may double, without those that are void. */
export async function recordsToCompare(
  { db, home }: HomeContext,
  at: 'asset' | 'meeting' | 'training',
): Promise<FoundRecord[]> {
  const own = db
    .selectFrom('record')
    .where('record.at', '=', at)
    .where('record.owner', '=', home.rosters.self().node)
    .where('record.voided', '=', 0);
  const frame = ['record.id', 'record.title', 'record.updated', 'record.conflict'] as const;
  if (at === 'asset') {
    const rows = await own
      .innerJoin('val', 'val.agg', 'record.id')
      .where('val.grp', '=', 'mark')
      .select([...frame, 'val.v'])
      .execute();
    return rows.map((row) => ({ ...framed(row), key: marksIn(row.v) }));
  }
  if (at === 'meeting') {
    const rows = await own
      .innerJoin('meeting', 'meeting.id', 'record.id')
      .select([...frame, 'forum', 'date', 'type'])
      .execute();
    return rows.map((row) => ({
      ...framed(row),
      key: { forum: bytesToUuid(row.forum), date: row.date, type: row.type },
    }));
  }
  const rows = await own
    .innerJoin('training', 'training.id', 'record.id')
    .select([...frame, 'training.title as name', 'first_day'])
    .execute();
  return rows.map((row) => ({ ...framed(row), key: { title: row.name, day: row.first_day ?? '' } }));
}

const framed = (row: {
  readonly id: Uint8Array;
  readonly title: string;
  readonly updated: string;
  readonly conflict: number;
}) => ({
  id: bytesToUuid(row.id),
  title: row.title,
  updated: row.updated,
  conflict: row.conflict === 1,
});

const marksIn = (value: string | null): { readonly serial: string; readonly plate: string } => {
  const { serial = '', plate = '' } = (value === null ? {} : JSON.parse(value)) as { serial?: string; plate?: string };
  return { serial, plate };
};

/** The last change of a record; empty for one that is not there. */
export const stampOf = async (db: Kysely<Tables>, id: string): Promise<string> =>
  (await db.selectFrom('record').select('updated').where('id', '=', uuidToBytes(id)).executeTakeFirst())?.updated ?? '';

/** Title of a record; empty for one that this person does not see. */
export const titleOf = async (db: Kysely<Tables>, id: string): Promise<string> =>
  (await db.selectFrom('record').select('title').where('id', '=', uuidToBytes(id)).executeTakeFirst())?.title ?? '';

/** Whether somebody's attendance is kept under this member. */
export async function attendsSomewhere(db: Kysely<Tables>, forum: string, member: string): Promise<boolean> {
  const row = await db
    .selectFrom('meeting')
    .innerJoin('val', 'val.agg', 'meeting.id')
    .select('val.grp')
    .where('meeting.forum', '=', uuidToBytes(forum))
    .where('val.grp', 'in', [`attendance:${member}`])
    .where('val.state', '=', 'value')
    .executeTakeFirst();
  return row !== undefined;
}

/** One record that an import wrote to. `groups` of one that it altered: heads before, and the one it wrote. */
export type ImportItem = {
  readonly record: string;
  readonly at: string;
  readonly act: 'made' | 'altered';
  /** Last change of the record once the import was through. */
  readonly stamp: string;
  readonly groups: readonly { readonly group: string; readonly before: readonly string[]; readonly after: string }[];
};

export async function keepImport(
  trx: Transaction<Tables>,
  entry: {
    readonly id: string;
    readonly kind: SheetKind;
    readonly file: string;
    readonly user: string;
    readonly at: string;
    readonly made: number;
    readonly altered: number;
    readonly items: readonly ImportItem[];
  },
): Promise<void> {
  const { id, kind, file, user, at, made, altered, items } = entry;
  await trx
    .insertInto('sheet_import')
    .values({ id, kind, file, user, at, made, altered, undone_at: null, undone_by: null, kept: 0 })
    .execute();
  let n = 0;
  for (const item of items) {
    n += 1;
    await trx
      .insertInto('sheet_import_item')
      .values({
        import: id,
        n,
        record: item.record,
        at: item.at,
        act: item.act,
        stamp: item.stamp,
        groups: JSON.stringify(item.groups),
      })
      .execute();
  }
}

export async function importOf(db: Kysely<Tables>, id: string) {
  return (await db.selectFrom('sheet_import').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Latest first, as they are taken back. */
export async function itemsOf(db: Kysely<Tables>, id: string): Promise<ImportItem[]> {
  const rows = await db
    .selectFrom('sheet_import_item')
    .selectAll()
    .where('import', '=', id)
    .orderBy('n', 'desc')
    .execute();
  return rows.map(({ record, at, act, stamp, groups }) => ({
    record,
    at,
    act: act === 'made' ? 'made' : 'altered',
    stamp,
    groups: JSON.parse(groups) as ImportItem['groups'],
  }));
}

export async function markUndone(
  trx: Transaction<Tables>,
  id: string,
  undone: { readonly at: string; readonly by: string; readonly kept: number },
): Promise<void> {
  await trx
    .updateTable('sheet_import')
    .set({ undone_at: undone.at, undone_by: undone.by, kept: undone.kept })
    .where('id', '=', id)
    .execute();
}

const shown = 20;

/** Newest first. */
export async function lastImports(db: Kysely<Tables>, kind: SheetKind | null) {
  const rows = await db
    .selectFrom('sheet_import')
    .selectAll()
    .$if(kind !== null, (select) => select.where('kind', '=', kind ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute();
  return rows.flatMap((row) => {
    const known = SHEET_KINDS.find((one) => one === row.kind);
    return known ? [{ ...row, kind: known }] : [];
  });
}
