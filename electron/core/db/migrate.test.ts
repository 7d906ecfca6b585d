import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from './driver.ts';
import { type Migration, migrate, versionOf } from './migrate.ts';
import { openDatabase } from './open.ts';

const key = randomBytes(32);
let folder = '';
let database: SqliteDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-migrate-'));
  const result = openDatabase(join(folder, 'jisr.db'), key, { create: true });
  if (!result.ok) throw new Error(result.error.code);
  database = result.value;
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const exec = (number: number, sql: string): Migration => ({
  number,
  name: `step-${number}`,
  up: (db) => {
    db.exec(sql);
  },
});
const parents = exec(10, 'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT');
const children = exec(20, 'CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id)) STRICT');
const options = () => ({ backup: { folder, key } });
const copies = () => readdirSync(folder).filter((name) => name.startsWith('before-'));

test('brings a new database to the newest version without a copy', () => {
  const result = migrate(database, [parents, children], options());
  expect(result).toEqual({ ok: true, value: { from: 0, to: 20, copy: null } });
  expect(versionOf(database)).toBe(20);
  expect(copies()).toEqual([]);
  expect(migrate(database, [parents, children], options())).toEqual({
    ok: true,
    value: { from: 20, to: 20, copy: null },
  });
});

test('keeps a copy that opens and holds the state before', () => {
  migrate(database, [parents], options());
  database.exec('INSERT INTO parent VALUES (7)');
  const result = migrate(database, [parents, children], options());
  if (!result.ok || result.value.copy === null) throw new Error('no copy');
  const copy = openDatabase(result.value.copy, key, { readonly: true });
  if (!copy.ok) throw new Error(copy.error.code);
  expect(versionOf(copy.value)).toBe(10);
  expect(copy.value.prepare('SELECT * FROM parent').all()).toEqual([{ id: 7 }]);
  copy.value.close();
  expect(copies()).toEqual(['before-10-to-20.db']);
});

test('makes the copy anew when an earlier attempt left one', () => {
  migrate(database, [parents], options());
  const fails = exec(20, 'CREATE TABLE broken (');
  expect(() => migrate(database, [parents, fails], options())).toThrow();
  database.exec('INSERT INTO parent VALUES (1)');
  expect(migrate(database, [parents, children], options()).ok).toBe(true);
  expect(copies()).toEqual(['before-10-to-20.db']);
});

test('a failing migration leaves nothing behind, those before it stay', () => {
  const fails = exec(30, 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)');
  expect(() => migrate(database, [parents, children, fails], options())).toThrow('nowhere');
  expect(versionOf(database)).toBe(20);
  expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  expect(database.inTransaction).toBe(false);
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('may rebuild a parent table, since foreign keys are checked at the end only', () => {
  migrate(database, [parents, children], options());
  database.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)');
  const rebuild = exec(
    30,
    `CREATE TABLE parent2 (id INTEGER PRIMARY KEY, name TEXT) STRICT;
     INSERT INTO parent2 (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE parent2 RENAME TO parent;`,
  );
  expect(migrate(database, [parents, children, rebuild], options()).ok).toBe(true);
  expect(database.prepare('SELECT * FROM child').all()).toEqual([{ id: 1, parent: 1 }]);
});

test('refuses a migration that leaves dangling rows', () => {
  migrate(database, [parents, children], options());
  database.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)');
  const orphan = exec(30, 'DELETE FROM parent');
  expect(() => migrate(database, [parents, children, orphan], options())).toThrow('dangling');
  expect(versionOf(database)).toBe(20);
  expect(database.prepare('SELECT * FROM parent').all()).toEqual([{ id: 1 }]);
});

test('does not touch a database from a newer application', () => {
  migrate(database, [parents, children], options());
  const result = migrate(database, [parents], options());
  expect(result).toEqual({ ok: false, error: { code: 'store/too-new', params: {} } });
  expect(versionOf(database)).toBe(20);
});

test('refuses a list out of order', () => {
  expect(() => migrate(database, [children, parents], options())).toThrow('out of order');
});
