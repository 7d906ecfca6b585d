/** @file How a projection writes its rows: what is as it was is left alone. */
import { bytesEqual } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { all, get, insert, run } from '#core/changes/statements.ts';
import type { Projected } from './projection.ts';

type Bound = string | number | null | Uint8Array;

/**
 * Writes the one row of a record. What is as it was is left alone, and so are the indexes that it stands in: each would be
 * one page more to write. Answers the row's number, where the table has any.
 */
export function putRow(
  raw: SqliteDatabase,
  table: string,
  { id, isNew }: Projected,
  columns: Readonly<Record<string, Bound>>,
): number {
  const names = Object.keys(columns);
  const number = table === 'record' ? 'rowid' : '0 AS rowid';
  const stored = isNew
    ? undefined
    : get<StoredRow>(raw, `SELECT ${number}, ${names.join(', ')} FROM ${table} WHERE id = ?`, id);
  if (!stored) {
    const places = names.map(() => '?').join(', ');
    const sql = `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?, ${places})`;
    return insert(raw, sql, id, ...Object.values(columns)) ?? 0;
  }
  const changed = names.filter((name) => !isSame(stored[name], columns[name]));
  if (changed.length > 0) {
    const sets = changed.map((name) => `${name} = ?`).join(', ');
    run(raw, `UPDATE ${table} SET ${sets} WHERE id = ?`, ...changed.map((name) => columns[name]), id);
  }
  return stored.rowid;
}

type StoredRow = { readonly rowid: number } & Readonly<Record<string, Bound>>;

const isSame = (a: Bound | undefined, b: Bound | undefined): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && bytesEqual(a, b));

type ListTable = {
  readonly table: string;
  readonly of: string;
  /** The first of them tells the elements of one record apart. */
  readonly columns: readonly string[];
};

/** Writes the rows that a record has in a table of elements; those that stand there as they are stay. */
export function putList(
  raw: SqliteDatabase,
  { table, of, columns }: ListTable,
  { id, isNew }: Projected,
  rows: readonly Readonly<Record<string, Bound>>[],
): void {
  const names = columns.join(', ');
  const [key = ''] = columns;
  const wanted = new Map(rows.map((row) => [row[key], row]));
  const stored = isNew
    ? []
    : all<Readonly<Record<string, Bound>>>(raw, `SELECT ${names} FROM ${table} WHERE ${of} = ?`, id);
  for (const row of stored) {
    const next = wanted.get(row[key]);
    if (next && columns.every((name) => next[name] === row[name])) wanted.delete(row[key]);
    else run(raw, `DELETE FROM ${table} WHERE ${of} = ? AND ${key} = ?`, id, row[key]);
  }
  for (const row of wanted.values()) {
    const sql = `INSERT INTO ${table} (${of}, ${names}) VALUES (?, ${columns.map(() => '?').join(', ')})`;
    run(raw, sql, id, ...columns.map((name) => row[name]));
  }
}
