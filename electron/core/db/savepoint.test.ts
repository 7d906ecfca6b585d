import { expect, it } from 'vitest';
import { err, ok } from '#shared/lib/result.ts';
import { openDatabase } from './open.ts';
import { inSavepoint } from './savepoint.ts';

function openStore() {
  const opened = openDatabase(':memory:', new Uint8Array(32), { create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.exec('CREATE TABLE t (k INTEGER PRIMARY KEY); BEGIN');
  const insert = (k: number) => opened.value.prepare('INSERT INTO t VALUES (?)').run(k);
  const keys = () => (opened.value.prepare('SELECT k FROM t').all() as { k: number }[]).map(({ k }) => k);
  return { raw: opened.value, insert, keys };
}

it('keeps what answers ok, and takes back what is refused or throws, alone', async () => {
  const { raw, insert, keys } = openStore();
  await inSavepoint(raw, async () => ok(insert(1)));
  const refused = inSavepoint(raw, async () => {
    insert(2);
    return err({ code: 'x' });
  });
  expect(await refused).toEqual(err({ code: 'x' }));
  const thrown = inSavepoint(raw, async () => {
    insert(3);
    throw new Error('bug');
  });
  await expect(thrown).rejects.toThrow('bug');
  await inSavepoint(raw, async () => ok(insert(4)));
  raw.exec('COMMIT');
  expect(keys()).toEqual([1, 4]);
});

it('stands inside a transaction alone', async () => {
  const { raw } = openStore();
  raw.exec('COMMIT');
  await expect(inSavepoint(raw, async () => ok(null))).rejects.toThrow('inside a transaction');
});
