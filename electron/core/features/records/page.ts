/** @file Lists are paged and searched in the store: newest first, by number or folded name. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Tables } from '#core/db/tables.ts';
import { fold } from '#shared/text/fold.ts';

/**
 * Each typed word must begin a word of the record; `null` when nothing was typed. What folding breaks up (`2026/4`, a
 * case number) must stand together, or the `4` would find every record of a year that begins with it.
 */
export function searchQuery(typed: string): string | null {
  const words = typed
    .split(/\s+/u)
    .map((word) => fold(word).trim())
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ');
}

/** Condition on a query over `record`. */
export const matchesSearch = (eb: ExpressionBuilder<Tables, 'record'>, query: string) =>
  eb('record.rowid', 'in', rowsFound(eb, query));

/** Ids of forums: what has no name of its own is looked for by that of its forum. */
export const forumsFound = (eb: ExpressionBuilder<Tables, 'record'>, query: string) =>
  eb
    .selectFrom('record as of_forum')
    .select('of_forum.id')
    .where('of_forum.at', '=', 'forum')
    .where('of_forum.rowid', 'in', rowsFound(eb, query));

/** Row numbers alone: the index is not behind a view, so this stands beneath a query on `record` (docs/adr/0007). */
const rowsFound = (eb: ExpressionBuilder<Tables, 'record'>, query: string) =>
  eb.selectFrom('record_fts').select('rowid').where(sql<boolean>`record_fts MATCH ${query}`);
