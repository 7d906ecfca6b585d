/** @file Prepared once per database, on first use: the bulk paths run the same few statements by the hundred thousand. */
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import type { SqliteDatabase } from '#core/db/driver.ts';

const prepared = new WeakMap<SqliteDatabase, Map<string, Statement>>();

export function statement(raw: SqliteDatabase, sql: string): Statement {
  let bySql = prepared.get(raw);
  if (!bySql) {
    bySql = new Map();
    prepared.set(raw, bySql);
  }
  let found = bySql.get(sql);
  if (!found) {
    found = raw.prepare(sql);
    bySql.set(sql, found);
  }
  return found;
}

export const get = <R>(raw: SqliteDatabase, sql: string, ...values: readonly unknown[]): R | undefined =>
  statement(raw, sql).get(...values) as R | undefined;

export const all = <R>(raw: SqliteDatabase, sql: string, ...values: readonly unknown[]): R[] =>
  statement(raw, sql).all(...values) as R[];

/** As `run`; answers the number of the new row, null when the statement found one in its way and left it. */
export const insert = (raw: SqliteDatabase, sql: string, ...values: readonly unknown[]): number | null => {
  const { changes, lastInsertRowid } = statement(raw, sql).run(...values);
  return changes === 0 ? null : Number(lastInsertRowid);
};

export const run = (raw: SqliteDatabase, sql: string, ...values: readonly unknown[]): number =>
  statement(raw, sql).run(...values).changes;
