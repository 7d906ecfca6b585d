/**
 * @file Opening the encrypted database. The build's defaults (plaintext temporary files, WAL without flushing at
 * commit) are not ours: everything is set on every open and read back.
 */
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { SqliteDatabase } from './driver.ts';
import { type StoreError, storeCodeOf, storeError } from './store-error.ts';

export type OpenOptions = {
  /** Makes the file when it is missing; without it a missing file is `store/io`. */
  readonly create?: boolean;
  /** For looking at a copy: nothing is written, not even the journal mode. */
  readonly readonly?: boolean;
};

const busyTimeoutMs = 3000;

/**
 * Opens a SQLCipher 4 database with a raw 32-byte key and takes its exclusive lock. `:memory:` is for tests and is not
 * encrypted.
 *
 * Fails with `store/wrong-key` (or a damaged first page: the two look alike), `store/open-elsewhere` after three
 * seconds, `store/corrupt`, `store/io`, `store/full`. Throws when a setting does not read back as set.
 */
export function openDatabase(
  file: string,
  key: Uint8Array,
  options: OpenOptions = {},
): Result<SqliteDatabase, StoreError> {
  if (key.length !== 32) throw new RangeError('a database key has 32 bytes');
  const memory = file === ':memory:';
  if (!memory && options.create !== true && !existsSync(file)) return err(storeError('store/io'));
  let database: SqliteDatabase | null = null;
  try {
    database = new SqliteDatabase(file, { timeout: busyTimeoutMs, readonly: options.readonly === true });
    if (!memory) unlock(database, key);
    readSchema(database);
    if (options.readonly === true) configureReader(database);
    else configure(database, memory);
    return ok(database);
  } catch (error) {
    database?.close();
    if (error instanceof WrongKey) return err(storeError('store/wrong-key'));
    const code = storeCodeOf(error);
    if (code === null) throw error;
    return err(storeError(code));
  }
}

/** For tests: a database in memory that starts as a copy of another, given as the bytes of its `serialize()`. */
export function openImage(image: Buffer): SqliteDatabase {
  const database = new SqliteDatabase(image);
  configure(database, true);
  return database;
}

/** Asks SQLite to look through the whole file (quick: without comparing indexes with tables). */
export function isSound(database: SqliteDatabase, depth: 'quick' | 'full'): boolean {
  try {
    return database.pragma(depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (storeCodeOf(error) === 'store/corrupt') return false;
    throw error;
  }
}

/** Reads back as it was set, or throws. Outside transactions; in memory there is but one journal. */
export function setJournal(database: SqliteDatabase, mode: 'wal' | 'truncate'): void {
  if (database.memory) return;
  database.pragma(`journal_mode = ${mode}`);
  expectSetting(database, 'journal_mode', mode);
}

export const readSetting = (database: SqliteDatabase, name: string): unknown => database.pragma(name, { simple: true });

class WrongKey extends Error {}

/** The cipher is named because the build's default is another one; the key is raw, so there is no slow derivation. */
function unlock(database: SqliteDatabase, key: Uint8Array): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  database.key(raw);
  raw.fill(0);
  expectSetting(database, 'cipher', 'sqlcipher');
  expectSetting(database, 'legacy', 4);
}

/** The first read of the file: here a wrong key shows. */
function readSchema(database: SqliteDatabase): void {
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new WrongKey();
    throw error;
  }
}

/** In the order in which they must be set; each with what it reads back as. */
const settings: readonly (readonly [name: string, value: string, readsBack: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['recursive_triggers', 'ON', 1],
  ['wal_autocheckpoint', '200', 200],
  ['journal_size_limit', '4194304', 4_194_304],
  ['cache_size', '-8000', -8000],
  ['mmap_size', '0', 0],
  ['busy_timeout', String(busyTimeoutMs), busyTimeoutMs],
];

function configure(database: SqliteDatabase, memory: boolean): void {
  const applicable = settings.filter(([name]) => !memory || !onlyForFiles.has(name));
  for (const [name, value] of applicable) database.pragma(`${name} = ${value}`);
  for (const [name, , readsBack] of applicable) expectSetting(database, name, readsBack);
  // Takes the exclusive lock now, not at the first write: a second window learns at once that it is the second.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/** A database in memory has neither a write-ahead log nor pages to map. */
const onlyForFiles = new Set(['locking_mode', 'journal_mode', 'wal_autocheckpoint', 'journal_size_limit', 'mmap_size']);

function configureReader(database: SqliteDatabase): void {
  for (const [name, value, readsBack] of settings.filter(([name]) => forReaders.has(name))) {
    database.pragma(`${name} = ${value}`);
    expectSetting(database, name, readsBack);
  }
}

const forReaders = new Set([
  'temp_store',
  'cell_size_check',
  'trusted_schema',
  'cache_size',
  'mmap_size',
  'busy_timeout',
]);

function expectSetting(database: SqliteDatabase, name: string, expected: string | number): void {
  const found = readSetting(database, name);
  if (String(found) !== String(expected)) throw new Error(`${name} is ${String(found)} instead of ${expected}`);
}
