import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate, type Migration, versionOf } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { createMigratedStore, schemaText } from '#core/testing/schema-text.ts';
import * as firstStore from './0010-first-store.ts';

let database: SqliteDatabase;
beforeEach(() => {
  database = createMigratedStore();
});
afterEach(() => database.close());

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };
type Row = Record<string, string | number | Buffer | null>;

const columnsOf = (table: string): Column[] =>
  database.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`).all() as Column[];

const tables = (): string[] =>
  (
    database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'record_fts%' ORDER BY name",
      )
      .all() as { name: string }[]
  ).map(({ name }) => name);

const guarded = [
  'asset',
  'chg',
  'dispute',
  'dispute_mediator',
  'forum',
  'issue',
  'mapping',
  'meeting',
  'meeting_action',
  'meeting_issue',
  'partner',
  'place',
  'plan',
  'plan_action',
  'plan_problem',
  'plan_session',
  'record',
  'rival',
  'rule',
  'site',
  'sup',
  'training',
  'user_account',
  'val',
];

/** A row with every column filled. Tables of one row number it 1. */
function rowFor(table: string): Row {
  const values = { TEXT: 'text', INTEGER: 1, BLOB: Buffer.from([1, 2, 3]) } as const;
  return Object.fromEntries(columnsOf(table).map(({ name, type }) => [name, values[type as keyof typeof values]]));
}

function insert(table: string, row: Row): void {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
}

function whileApplying(work: () => void): void {
  database.prepare('INSERT INTO applying (k) VALUES (1)').run();
  work();
  database.prepare('DELETE FROM applying').run();
}

describe('migration 10', () => {
  it('makes the schema that schema.sql shows', () => {
    const kept = readFileSync(join(import.meta.dirname, '../schema.sql'), 'utf8');
    expect(schemaText(database)).toBe(kept);
    expect(versionOf(database)).toBe(10);
  });

  it('takes a row into every table and gives it back whole', () => {
    for (const table of tables().filter((name) => name !== 'applying')) {
      const row = rowFor(table);
      whileApplying(() => insert(table, row));
      expect(database.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([row]);
    }
    whileApplying(() => insert('record_fts', { fold: 'منتدى الحي' }));
    expect(database.prepare("SELECT fold FROM record_fts WHERE record_fts MATCH 'الحي*'").all()).toHaveLength(1);
  });

  it('keeps to one row of the home itself and of its clock', () => {
    for (const table of ['self', 'clock', 'applying']) {
      expect(() => insert(table, { ...rowFor(table), k: 2 }), table).toThrow('CHECK');
    }
  });

  it('leaves nothing behind when a later migration fails', () => {
    const opened = openDatabase(':memory:', new Uint8Array(32), { create: true });
    if (!opened.ok) throw new Error(opened.error.code);
    const failing: Migration = {
      number: 20,
      name: 'fails-half-way',
      up: (db) => {
        db.exec('CREATE TABLE half (a)');
        db.exec('CREATE TABLE chg (a)');
      },
    };
    expect(() => migrate(opened.value, [firstStore, failing], { backup: null })).toThrow('already exists');
    expect(schemaText(opened.value)).toBe(schemaText(database));
    opened.value.close();
  });
});

describe('guard triggers', () => {
  it('stand on every table that only applyChange writes, and on what is only added to', () => {
    const found = database.prepare("SELECT DISTINCT tbl_name AS t FROM sqlite_schema WHERE type = 'trigger'").all();
    expect((found as { t: string }[]).map(({ t }) => t).toSorted()).toEqual(
      [...guarded, 'local_entry', 'paper_copy'].toSorted(),
    );
  });

  it('let what stays on this computer only grow, one version after the other', () => {
    const first = rowFor('local_entry');
    insert('local_entry', first);
    const again = { ...first, n: 2, id16: Buffer.from([2]) };
    for (const version of [0, 1, 3]) expect(() => insert('local_entry', { ...again, version })).toThrow('guard:');
    insert('local_entry', { ...again, version: 2 });
    expect(() => database.exec('UPDATE local_entry SET v = NULL')).toThrow('guard:');
    expect(() => database.exec('DELETE FROM local_entry')).toThrow('guard:');
  });

  it.each(guarded)('refuse to insert, change or delete a row of %s by hand', (table) => {
    const row = rowFor(table);
    const [first] = Object.keys(row);
    expect(() => insert(table, row)).toThrow('guard:');
    expect(() => database.prepare(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`).run()).not.toThrow();
    whileApplying(() => insert(table, row));
    expect(() => database.prepare(`UPDATE ${table} SET ${first} = ${first}`).run()).toThrow('guard:');
    expect(() => database.prepare(`DELETE FROM ${table}`).run()).toThrow('guard:');
    const names = Object.keys(row).join(', ');
    expect(() =>
      database.prepare(`INSERT OR REPLACE INTO ${table} (${names}) SELECT ${names} FROM ${table}`).run(),
    ).toThrow('guard:');
    expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([row]);
  });
});
