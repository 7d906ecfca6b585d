import type { SqliteDatabase } from '#core/db/driver.ts';
import type { RecordValues } from '#core/changes/record-values.ts';

/** What a record shows in any list. */
export type Summary = {
  readonly title: string;
  readonly number: string;
  /** Orders lists of its type, newest first. */
  readonly sort: string;
  /** What it is found by besides title and number. */
  readonly found: readonly string[];
};

/** What is projected: a record, its current values, and when it was last written to. */
export type Projected = {
  readonly id: Uint8Array;
  readonly values: RecordValues;
  /** Latest hlc of its changes. */
  readonly updated: string;
  /** No table holds a row of it yet. */
  readonly isNew: boolean;
};

/** A table that holds nothing but a projection, and its column that names the record. */
export type ProjectedTable = { readonly table: string; readonly record: string; readonly ids?: 'text' };

/** How the records of one type stand in tables. */
export type Projection = {
  readonly tables: readonly ProjectedTable[];
  readonly project: (raw: SqliteDatabase, record: Projected) => Summary;
};
