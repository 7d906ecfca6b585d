import type { Kysely, Transaction } from 'kysely';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { DraftForm } from '#shared/contract/drafts.ts';

/** `recordId` null: the draft of a new record, or of what is no record. */
export type DraftKey = {
  readonly user: string;
  readonly form: string;
  readonly recordId: string | null;
  readonly part: string;
};

const newRecord = '';

export async function saveDraft(
  trx: Transaction<Tables>,
  key: DraftKey,
  draft: { readonly title: string; readonly data: string; readonly savedAt: string },
): Promise<void> {
  const content = { title: draft.title, data: draft.data, at: draft.savedAt };
  await trx
    .insertInto('draft')
    .values({ ...columnsOf(key), ...content })
    .onConflict((conflict) => conflict.columns(['user', 'form', 'record', 'part']).doUpdateSet(content))
    .execute();
}

export async function readDraft(db: Kysely<Tables>, key: DraftKey) {
  const row = await db
    .selectFrom('draft')
    .select(['title', 'data', 'at'])
    .where((eb) => eb.and(columnsOf(key)))
    .executeTakeFirst();
  return row ? { title: row.title, data: row.data, savedAt: row.at } : null;
}

export async function listDrafts(db: Kysely<Tables>, user: string) {
  const rows = await db
    .selectFrom('draft')
    .select(['form', 'record', 'part', 'title', 'at'])
    .where('user', '=', user)
    .orderBy('at', 'desc')
    .execute();
  const types = await typesOf(
    db,
    rows.flatMap(({ record }) => (record === newRecord ? [] : [record])),
  );
  return rows.map((row) => ({
    form: DraftForm.parse(row.form),
    recordId: row.record === newRecord ? null : row.record,
    type: types.get(row.record) ?? null,
    part: row.part,
    title: row.title,
    savedAt: row.at,
  }));
}

async function typesOf(db: Kysely<Tables>, records: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map();
  const rows = await db.selectFrom('record').select(['id', 'at']).where('id', 'in', records.map(uuidToBytes)).execute();
  return new Map(rows.map(({ id, at }) => [bytesToUuid(id), at]));
}

export async function deleteDraft(trx: Transaction<Tables>, key: DraftKey): Promise<void> {
  await trx
    .deleteFrom('draft')
    .where((eb) => eb.and(columnsOf(key)))
    .execute();
}

const columnsOf = ({ user, form, recordId, part }: DraftKey) => ({ user, form, record: recordId ?? newRecord, part });
