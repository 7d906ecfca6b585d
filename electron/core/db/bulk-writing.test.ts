import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { err, ok } from '#shared/lib/result.ts';
import { withBulkWriting } from './bulk-writing.ts';
import { isSound, openDatabase, readSetting } from './open.ts';
import { createStore, inTransaction } from './transaction.ts';

const marker = 'MARKER-زينب-51c0';
const key = randomBytes(32);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-bulk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const opened = openDatabase(join(folder, 'jisr.db'), key, { create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const raw = opened.value;
  raw.exec('CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  return createStore<object>(raw);
}

type TestStore = ReturnType<typeof open>;

const fill = (store: TestStore, rows: number) =>
  inTransaction(store, async () => {
    for (let i = 0; i < rows; i++) store.raw.prepare('INSERT INTO t (text) VALUES (?)').run(`${marker} ${i}`);
    return ok(null);
  });
const countIn = ({ raw }: TestStore) => raw.prepare('SELECT count(*) FROM t').pluck().get();
const settingsOf = ({ raw }: TestStore) =>
  ['journal_mode', 'cache_size', 'synchronous'].map((name) => readSetting(raw, name));
const usual = ['wal', -8000, 2];

it('gives cache and journal back as they were, also after a failure', async () => {
  const store = open();
  await withBulkWriting(store, false, async () => expect(settingsOf(store)).toEqual(['wal', -32_000, 2]));
  await withBulkWriting(store, true, async () => {
    expect(settingsOf(store)).toEqual(['truncate', -32_000, 2]);
    await fill(store, 500);
    await inTransaction(store, async () => {
      store.raw.exec('DELETE FROM t');
      return err({ code: 'x' });
    });
  });
  expect(settingsOf(store)).toEqual(usual);
  await expect(withBulkWriting(store, true, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(settingsOf(store)).toEqual(usual);
  expect(countIn(store)).toBe(500);
  store.raw.close();
});

it('waits for the transaction before it, and bears that the store is closed meanwhile', async () => {
  const store = open();
  const before = fill(store, 10);
  await withBulkWriting(store, true, async () => {
    expect(countIn(store)).toBe(10);
    store.raw.close();
  });
  await before;
  const again = open();
  expect(settingsOf(again)).toEqual(usual);
  again.raw.close();
});

it('goes back to what was committed when the process dies, and leaves no plaintext meanwhile', async () => {
  const store = open();
  await fill(store, 3000);
  store.raw.close();
  await dieWhileWriting();
  expect(statSync(join(folder, 'jisr.db-journal')).size).toBeGreaterThan(0);
  for (const name of readdirSync(folder)) {
    expect([name, readFileSync(join(folder, name)).includes(Buffer.from(marker))]).toEqual([name, false]);
  }
  const after = open();
  expect(countIn(after)).toBe(3000);
  expect(after.raw.prepare('SELECT count(*) FROM t WHERE text LIKE ?').pluck().get(`${marker}%`)).toBe(3000);
  expect(isSound(after.raw, 'full')).toBe(true);
  expect(settingsOf(after)).toEqual(usual);
  after.raw.close();
});

/** Another process changes old pages and adds new ones, more than its cache holds, and is killed before it commits. */
async function dieWhileWriting(): Promise<void> {
  const script = `
    import { openDatabase } from '#core/db/open.ts';
    import { withBulkWriting } from '#core/db/bulk-writing.ts';
    import { createStore, inTransaction } from '#core/db/transaction.ts';
    const { value: raw } = openDatabase(process.argv[1], Buffer.from(process.argv[2], 'hex'));
    const store = createStore(raw);
    await withBulkWriting(store, true, () => inTransaction(store, async () => {
      raw.pragma('cache_size = 20');
      raw.exec("UPDATE t SET text = 'gone' || n");
      const insert = raw.prepare('INSERT INTO t (text) VALUES (?)');
      for (let i = 0; i < 3000; i++) insert.run('${marker} new ' + i);
      console.log('written');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }));`;
  const args = ['--input-type=module', '-e', script, join(folder, 'jisr.db'), Buffer.from(key).toString('hex')];
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
