import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { checkpoint, markSessionBegun, markSessionEnded } from './checkpoint.ts';
import { copyVerified } from './copy.ts';
import type { SqliteDatabase } from './driver.ts';
import { isSound, openDatabase } from './open.ts';
import { ensureReserve, freeReserve } from './reserve.ts';
import { readSalt, repairSalt } from './salt.ts';
import { StoreFailure, storeCodeOf } from './store-error.ts';

const marker = 'MARKER-زينب-7d1f';
let folder = '';
let file = '';
const key = randomBytes(32);
const opened: SqliteDatabase[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-db-'));
  file = join(folder, 'jisr.db');
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(options: { create?: boolean; readonly?: boolean; file?: string; key?: Uint8Array } = {}): SqliteDatabase {
  const result = openDatabase(options.file ?? file, options.key ?? key, options);
  if (!result.ok) throw new Error(result.error.code);
  opened.push(result.value);
  return result.value;
}

const codeOf = (path: string, withKey: Uint8Array = key): string => {
  const result = openDatabase(path, withKey);
  if (result.ok) result.value.close();
  return result.ok ? 'ok' : result.error.code;
};

function fillWithMarkers(database: SqliteDatabase, rows = 200): void {
  database.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO t (text) VALUES (?)');
  for (let i = 0; i < rows; i++) insert.run(`${marker} ${i}`);
}

/** In every spelling in which the text could lie in a file. */
function holdsMarker(path: string): boolean {
  const bytes = readFileSync(path);
  return ['utf8', 'utf16le'].some((encoding) => bytes.includes(Buffer.from(marker, encoding as BufferEncoding)));
}

test('sets and keeps every setting', () => {
  const database = open({ create: true });
  const read = (name: string) => database.pragma(name, { simple: true });
  expect(read('cipher')).toBe('sqlcipher');
  expect(read('locking_mode')).toBe('exclusive');
  expect(read('journal_mode')).toBe('wal');
  expect(read('synchronous')).toBe(2);
  expect(read('temp_store')).toBe(2);
  expect(read('foreign_keys')).toBe(1);
  expect(read('secure_delete')).toBe(1);
  expect(read('trusted_schema')).toBe(0);
});

test('keeps what was written, under the same key alone', () => {
  const database = open({ create: true });
  fillWithMarkers(database, 3);
  database.close();
  expect(open().prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 3 });
  opened.pop()?.close();
  expect(codeOf(file, randomBytes(32))).toBe('store/wrong-key');
  expect(codeOf(file)).toBe('ok');
});

test('does not make a file unless asked to', () => {
  expect(codeOf(file)).toBe('store/io');
  expect(existsSync(file)).toBe(false);
});

test('opens a database in memory', () => {
  const database = open({ file: ':memory:' });
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(database.pragma('temp_store', { simple: true })).toBe(2);
});

test('leaves no plaintext in database, log or copy', () => {
  const database = open({ create: true });
  fillWithMarkers(database);
  expect(readdirSync(folder)).toContain('jisr.db-wal');
  copyVerified(database, key, join(folder, 'copy.db'));
  for (const name of readdirSync(folder)) expect([name, holdsMarker(join(folder, name))]).toEqual([name, false]);
  checkpoint(database);
  for (const name of readdirSync(folder)) expect([name, holdsMarker(join(folder, name))]).toEqual([name, false]);
});

test('keeps temporary tables and large sorts out of files', () => {
  const database = open({ create: true });
  fillWithMarkers(database, 1000);
  database.exec('CREATE TEMP TABLE big AS SELECT a.text || b.text AS text FROM t a, t b LIMIT 200000');
  const rows = database.prepare('SELECT text FROM big ORDER BY text DESC').iterate();
  rows.next();
  const names = openFiles().filter((path) => path.includes('etilqs') || path.includes('(deleted)'));
  rows.return?.();
  expect(names).toEqual([]);
});

/** Files this process holds open, unlinked ones among them. */
function openFiles(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      return [];
    }
  });
}

test('tells a second opener that the store is open elsewhere, in another process too', () => {
  open({ create: true });
  expect(codeOf(file)).toBe('store/open-elsewhere');
  const script = `
    import { openDatabase } from '#core/db/open.ts';
    const result = openDatabase(process.argv[1], Buffer.from(process.argv[2], 'hex'));
    console.log(result.ok ? 'ok' : result.error.code);`;
  const args = ['--input-type=module', '-e', script, file, Buffer.from(key).toString('hex')];
  expect(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()).toBe(
    'store/open-elsewhere',
  );
});

test('a damaged first page and damage further inside are told apart', () => {
  const database = open({ create: true });
  fillWithMarkers(database, 2000);
  database.close();
  const sound = readFileSync(file);
  const inside = Buffer.from(sound);
  inside.fill(0x5a, 3 * 4096 + 100, 3 * 4096 + 200);
  writeFileSync(file, inside);
  const damaged = open();
  expect(isSound(damaged, 'quick')).toBe(false);
  damaged.close();
  const first = Buffer.from(sound);
  first.fill(0x5a, 0, 16);
  writeFileSync(file, first);
  expect(codeOf(file)).toBe('store/wrong-key');
  expect(repairSalt(file, new Uint8Array(sound.subarray(0, 16)))).toBe(true);
  expect(readFileSync(file).equals(sound)).toBe(true);
  expect(repairSalt(file, readSalt(file))).toBe(false);
  expect(isSound(open(), 'full')).toBe(true);
});

test('a copy opens under the same key, is sound, and does not replace a good one when it cannot be made', () => {
  const database = open({ create: true });
  fillWithMarkers(database, 50);
  const target = join(folder, 'copy.db');
  copyVerified(database, key, target);
  const copy = open({ file: target, readonly: true });
  expect(copy.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 50 });
  expect(() => copy.exec("INSERT INTO t (text) VALUES ('x')")).toThrow(/readonly/);
  copy.close();
  expect(() => copyVerified(database, randomBytes(32), target)).toThrow(StoreFailure);
  expect(codeOf(target)).toBe('ok');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a checkpoint empties the log', () => {
  const database = open({ create: true });
  fillWithMarkers(database, 50);
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
  expect(checkpoint(database)).toBe(true);
  expect(readFileSync(`${file}-wal`)).toHaveLength(0);
});

test('knows whether the last session ended well', () => {
  const markerFile = join(folder, 'running');
  expect(markSessionBegun(markerFile)).toBe(false);
  expect(markSessionBegun(markerFile)).toBe(true);
  markSessionEnded(markerFile);
  expect(markSessionBegun(markerFile)).toBe(false);
});

test('holds a reserve back and gives it up once', () => {
  const reserve = join(folder, 'reserve');
  expect(ensureReserve(reserve, 3_000_000).ok).toBe(true);
  expect(readFileSync(reserve)).toHaveLength(3_000_000);
  truncateSync(reserve, 5);
  ensureReserve(reserve, 3_000_000);
  expect(readFileSync(reserve)).toHaveLength(3_000_000);
  expect(freeReserve(reserve)).toBe(true);
  expect(freeReserve(reserve)).toBe(false);
});

test('names driver errors by what can be done about them', () => {
  const error = (code: string) => Object.assign(new Error(), { name: 'SqliteError', code });
  expect(storeCodeOf(error('SQLITE_FULL'))).toBe('store/full');
  expect(storeCodeOf(error('SQLITE_IOERR_FSYNC'))).toBe('store/io');
  expect(storeCodeOf(error('SQLITE_CORRUPT_VTAB'))).toBe('store/corrupt');
  expect(storeCodeOf(error('SQLITE_NOTADB'))).toBe('store/corrupt');
  expect(storeCodeOf(error('SQLITE_BUSY'))).toBe('store/open-elsewhere');
  expect(storeCodeOf(error('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
  expect(storeCodeOf(new TypeError('bug'))).toBeNull();
});
