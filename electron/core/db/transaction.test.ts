import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Generated } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openDatabase } from './open.ts';
import { StoreFailure } from './store-error.ts';
import { createStore, inTransaction, type Store } from './transaction.ts';

type Tables = { note: { id: Generated<number>; text: string } };

let folder = '';
let store: Store<Tables>;
let failures: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-trx-'));
  const database = openDatabase(join(folder, 'jisr.db'), randomBytes(32), { create: true });
  if (!database.ok) throw new Error(database.error.code);
  database.value.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT');
  failures = [];
  store = createStore<Tables>(database.value, (failure) => failures.push(failure.code));
});
afterEach(() => {
  store.raw.close();
  rmSync(folder, { recursive: true, force: true });
});

const texts = async (): Promise<string[]> =>
  (await store.db.selectFrom('note').select('text').orderBy('id').execute()).map(({ text }) => text);

test('commits what answers ok', async () => {
  const result = await inTransaction(store, async (trx) => {
    await trx.insertInto('note').values({ text: 'a' }).execute();
    return ok(1);
  });
  expect(result).toEqual({ ok: true, value: 1 });
  expect(await texts()).toEqual(['a']);
});

test('rolls back on err and answers it', async () => {
  const result = await inTransaction(store, async (trx) => {
    await trx.insertInto('note').values({ text: 'a' }).execute();
    return err({ code: 'note/refused' });
  });
  expect(result).toEqual({ ok: false, error: { code: 'note/refused' } });
  expect(await texts()).toEqual([]);
});

test('rolls back on a throw and passes it on', async () => {
  const bug = new TypeError('bug');
  const turn = inTransaction(store, async (trx) => {
    await trx.insertInto('note').values({ text: 'a' }).execute();
    throw bug;
  });
  await expect(turn).rejects.toBe(bug);
  expect(await texts()).toEqual([]);
  expect(failures).toEqual([]);
});

test('runs one after another, in the order of the calls, also after one failed', async () => {
  const order: string[] = [];
  const step = (name: string, fails = false) =>
    inTransaction(store, async (trx) => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await trx.insertInto('note').values({ text: name }).execute();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
      return ok(null);
    });
  const results = await Promise.allSettled([step('a'), step('b', true), step('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(await texts()).toEqual(['a', 'c']);
});

test('statements on the raw connection belong to the transaction', async () => {
  const insert = store.raw.prepare('INSERT INTO note (text) VALUES (?)');
  await inTransaction(store, async () => {
    insert.run('raw');
    return err('no');
  });
  expect(await texts()).toEqual([]);
});

test('a transaction within a transaction is a bug, and is not waited for', async () => {
  const turn = inTransaction(store, async () => {
    await inTransaction(store, async () => ok(null));
    return ok(null);
  });
  await expect(turn).rejects.toThrow('within a transaction');
});

test('what a transaction starts may begin its own afterwards', async () => {
  let later: Promise<unknown> = Promise.resolve();
  await inTransaction(store, async () => {
    later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => inTransaction(store, async () => ok('later')));
    return ok(null);
  });
  expect(await later).toEqual({ ok: true, value: 'later' });
});

test('a constraint is an error of the caller, not of the machine', async () => {
  const turn = inTransaction(store, async (trx) => {
    await trx
      .insertInto('note')
      .values([{ text: 'a' }, { text: 'a' }])
      .execute();
    return ok(null);
  });
  await expect(turn).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
  expect(failures).toEqual([]);
});

test('a full database is rolled back, reported once, and works again when there is room', async () => {
  const pages = Number(store.raw.pragma('page_count', { simple: true }));
  store.raw.pragma(`max_page_count = ${pages + 4}`);
  const turn = inTransaction(store, async (trx) => {
    for (let i = 0; i < 100; i++)
      await trx
        .insertInto('note')
        .values({ text: `${i}${'x'.repeat(1000)}` })
        .execute();
    return ok(null);
  });
  await expect(turn).rejects.toBeInstanceOf(StoreFailure);
  await expect(turn).rejects.toMatchObject({ code: 'store/full' });
  expect(failures).toEqual(['store/full']);
  expect(await texts()).toEqual([]);
  store.raw.pragma('max_page_count = 1000000');
  await inTransaction(store, async (trx) => {
    await trx.insertInto('note').values({ text: 'room' }).execute();
    return ok(null);
  });
  expect(await texts()).toEqual(['room']);
});
