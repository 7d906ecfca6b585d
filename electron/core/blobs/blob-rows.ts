/** @file What this home knows of each blob. Rows are made by the changes that name it, or when a file is imported. */
import type { BlobKind } from '#core/changes/blob-ref.ts';
import { all, get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { bytesIn, pairsToRanges, type RangeSet, rangesToPairs } from './ranges.ts';

/**
 * `wanted`: named by a change, nothing of it here. `partial`: some parts. `whole`: all of it, and its hash fits.
 * `bad`: what came did not fit its hash, twice; it is not asked for again,
 * but taken where it comes all the same.
 */
export type BlobStatus = 'wanted' | 'partial' | 'whole' | 'bad';

export type BlobRow = {
  readonly id: string;
  readonly total: number;
  readonly state: BlobStatus;
  readonly ranges: string;
  readonly tries: number;
  readonly kind: BlobKind;
  /** Number of the change that named it first: orders blobs by age. 0: imported here. */
  readonly first_wanted: number;
};

export type BlobState = { readonly state: BlobStatus; readonly total: number; readonly hereBytes: number };

/** Null: no change that is here names this blob. */
export function blobState(raw: SqliteDatabase, id: string): BlobState | null {
  const row = readBlobRow(raw, id);
  if (!row) return null;
  const hereBytes = row.state === 'whole' ? row.total : bytesIn(rangesOf(row));
  return { state: row.state, total: row.total, hereBytes };
}

export const readBlobRow = (raw: SqliteDatabase, id: string): BlobRow | undefined =>
  get<BlobRow>(raw, 'SELECT * FROM blob WHERE id = ?', id);

export const readBlobRows = (raw: SqliteDatabase): BlobRow[] => all<BlobRow>(raw, 'SELECT * FROM blob ORDER BY id');

export const rangesOf = ({ ranges, total }: Pick<BlobRow, 'ranges' | 'total'>): RangeSet =>
  pairsToRanges(JSON.parse(ranges) as number[][], total);

/** A file that was made here. */
export function insertWhole(raw: SqliteDatabase, id: string, total: number, kind: BlobKind): void {
  run(
    raw,
    `INSERT INTO blob (id, total, state, ranges, tries, kind, first_wanted) VALUES (?, ?, 'whole', '[]', 0, ?, 0)
     ON CONFLICT (id) DO UPDATE SET state = 'whole', ranges = '[]'`,
    id,
    total,
    kind,
  );
}

export function setWhole(raw: SqliteDatabase, id: string): void {
  run(raw, "UPDATE blob SET state = 'whole', ranges = '[]' WHERE id = ?", id);
}

export function setRanges(raw: SqliteDatabase, id: string, set: RangeSet): void {
  const state = set.length === 0 ? 'wanted' : 'partial';
  run(raw, 'UPDATE blob SET state = ?, ranges = ? WHERE id = ?', state, JSON.stringify(rangesToPairs(set)), id);
}

/** What came did not fit the id. Answers what follows from it. */
export function countWrongHash(raw: SqliteDatabase, { id, tries }: BlobRow): 'wanted' | 'bad' {
  const state = tries + 1 < mostTries ? 'wanted' : 'bad';
  run(raw, "UPDATE blob SET state = ?, ranges = '[]', tries = tries + 1 WHERE id = ?", state, id);
  return state;
}

/** It is asked for once more before people are told. */
const mostTries = 2;
