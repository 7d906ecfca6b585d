import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import { DraftForm } from '#shared/contract/drafts.ts';

/** `recordId` null: the draft of a new record. */
export type DraftKey = { readonly user: string; readonly form: string; readonly recordId: string | null };

const newRecord = '';

export async function saveDraft(
  trx: Transaction<Tables>,
  { user, form, recordId }: DraftKey,
  draft: { readonly title: string; readonly data: string; readonly savedAt: string },
): Promise<void> {
  const content = { title: draft.title, data: draft.data, at: draft.savedAt };
  await trx
    .insertInto('draft')
    .values({ user, form, record: recordId ?? newRecord, ...content })
    .onConflict((conflict) => conflict.columns(['user', 'form', 'record']).doUpdateSet(content))
    .execute();
}

export async function readDraft(db: Kysely<Tables>, { user, form, recordId }: DraftKey) {
  const row = await db
    .selectFrom('draft')
    .select(['title', 'data', 'at'])
    .where('user', '=', user)
    .where('form', '=', form)
    .where('record', '=', recordId ?? newRecord)
    .executeTakeFirst();
  return row ? { title: row.title, data: row.data, savedAt: row.at } : null;
}

export async function listDrafts(db: Kysely<Tables>, user: string) {
  const rows = await db
    .selectFrom('draft')
    .select(['form', 'record', 'title', 'at'])
    .where('user', '=', user)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({
    form: DraftForm.parse(row.form),
    recordId: row.record === newRecord ? null : row.record,
    title: row.title,
    savedAt: row.at,
  }));
}

export async function deleteDraft(trx: Transaction<Tables>, { user, form, recordId }: DraftKey): Promise<void> {
  await trx
    .deleteFrom('draft')
    .where('user', '=', user)
    .where('form', '=', form)
    .where('record', '=', recordId ?? newRecord)
    .execute();
}
