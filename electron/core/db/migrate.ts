import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { copyVerified } from './copy.ts';
import type { SqliteDatabase } from './driver.ts';
import { type StoreError, storeError, withStoreFailures } from './store-error.ts';

/** `number` rises in steps of ten and becomes `user_version`. Released migrations are frozen. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly up: (database: SqliteDatabase) => void;
};

export type MigrateOptions = {
  /** Where the copy from before goes, and the key of the database, which is also that of the copy. Null for what is a copy itself, and in tests. */
  readonly backup: { readonly folder: string; readonly key: Uint8Array } | null;
};

export type Migrated = {
  readonly from: number;
  readonly to: number;
  /** The copy from before; null when nothing was migrated or the database was new. */
  readonly copy: string | null;
};

/**
 * Brings a database to the newest version, one transaction for each migration, after keeping a verified copy.
 * `store/too-new`: made by a newer application; nothing was touched. A migration that fails is rolled back and throws;
 * those before it stay. Failures of the machine are thrown as StoreFailure.
 */
export function migrate(
  database: SqliteDatabase,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Result<Migrated, StoreError<'store/too-new'>> {
  requireAscending(migrations);
  return withStoreFailures(() => {
    const from = versionOf(database);
    const to = migrations.at(-1)?.number ?? 0;
    if (from > to) return err(storeError('store/too-new'));
    const pending = migrations.filter(({ number }) => number > from);
    if (pending.length === 0) return ok({ from, to, copy: null });
    const copy = isEmpty(database) || options.backup === null ? null : keepCopy(database, from, to, options.backup);
    for (const migration of pending) apply(database, migration);
    return ok({ from, to, copy });
  });
}

/** The number of the last migration a database has seen; 0 for a new one. */
export function versionOf(database: SqliteDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function apply(database: SqliteDatabase, migration: Migration): void {
  // Inside a transaction SQLite ignores this switch.
  setForeignKeys(database, false);
  try {
    database.exec('BEGIN IMMEDIATE');
    migration.up(database);
    const dangling = database.pragma('foreign_key_check') as readonly unknown[];
    if (dangling.length > 0) throw new Error(`migration ${migration.number} leaves ${dangling.length} dangling rows`);
    database.pragma(`user_version = ${migration.number}`);
    database.exec('COMMIT');
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    setForeignKeys(database, true);
  }
}

function setForeignKeys(database: SqliteDatabase, on: boolean): void {
  database.pragma(`foreign_keys = ${on ? 'ON' : 'OFF'}`);
  if (database.pragma('foreign_keys', { simple: true }) !== (on ? 1 : 0))
    throw new Error('foreign_keys does not switch');
}

function keepCopy(
  database: SqliteDatabase,
  from: number,
  to: number,
  backup: { readonly folder: string; readonly key: Uint8Array },
): string {
  const file = join(backup.folder, `before-${from}-to-${to}.db`);
  // Left by an attempt at this very migration that did not get to its end; the database is still as it was then, or newer.
  if (existsSync(file)) rmSync(file);
  copyVerified(database, backup.key, file);
  return file;
}

function isEmpty(database: SqliteDatabase): boolean {
  return versionOf(database) === 0 && database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function requireAscending(migrations: readonly Migration[]): void {
  migrations.reduce((last, { number }) => {
    if (!Number.isInteger(number) || number <= last) throw new Error(`migration ${number} is out of order`);
    return number;
  }, 0);
}
