/** @file Copies of papers that went out of this computer: numbered, and only ever added to. */
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import type { PaperRef } from '#shared/domain/papers.ts';

export type PaperCopy = {
  readonly copy: number;
  readonly at: string;
  readonly user: string;
  readonly language: string;
  readonly purpose: string;
  readonly way: string;
};

/** Newest first. */
export const listCopies = (db: Kysely<Tables>, { kind, of, part }: PaperRef): Promise<PaperCopy[]> =>
  db
    .selectFrom('paper_copy')
    .select(['copy', 'at', 'user', 'language', 'purpose', 'way'])
    .where('kind', '=', kind)
    .where('subject', '=', of)
    .where('part', '=', part)
    .orderBy('copy', 'desc')
    .execute();

/** The number that the next copy bears; copies are never taken out, so their count is the last number. */
export async function nextCopy(db: Kysely<Tables>, { kind, of, part }: PaperRef): Promise<number> {
  const row = await db
    .selectFrom('paper_copy')
    .select(({ fn }) => fn.max('copy').as('last'))
    .where('kind', '=', kind)
    .where('subject', '=', of)
    .where('part', '=', part)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function addCopy(trx: Transaction<Tables>, { kind, of, part }: PaperRef, copy: PaperCopy): Promise<void> {
  await trx
    .insertInto('paper_copy')
    .values({ kind, subject: of, part, ...copy })
    .execute();
}
