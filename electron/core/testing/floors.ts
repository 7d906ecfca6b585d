/** @file What the same cipher and settings cost with nothing of ours on top: the floors that benches divide by. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { argon2SaltLength, deriveArgon2id } from '#core/crypto/argon2.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { openDatabase } from '#core/db/open.ts';

/** Milliseconds of each of so many one-row updates, each committed to the disk. */
export async function durableUpdateTimes(folder: string, runs: number): Promise<number[]> {
  const database = open(folder, 'floor-update.db');
  database.exec('CREATE TABLE one (k INTEGER PRIMARY KEY, v INTEGER NOT NULL) STRICT; INSERT INTO one VALUES (1, 0)');
  const update = database.prepare('UPDATE one SET v = v + 1 WHERE k = 1');
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    update.run();
    times.push(performance.now() - started);
  }
  database.close();
  return times;
}

/** Rows of so many bytes a second, inserted by one prepared statement in one transaction. */
export function rawInsertRate(folder: string, rows: number, rowBytes: number): number {
  const database = open(folder, `floor-insert-${rowBytes}.db`);
  database.exec('CREATE TABLE many (k INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, v BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO many (id, v) VALUES (?, ?)');
  const ids = Array.from({ length: Math.round(rows) }, () => randomBytes(16));
  const value = randomBytes(rowBytes);
  const started = performance.now();
  database.transaction(() => {
    for (const id of ids) insert.run(id, value);
  })();
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return ids.length / seconds;
}

/** The one slow derivation that every unlock holds. */
export async function deriveOnce(cost: { readonly memoryKiB: number; readonly passes: number }): Promise<void> {
  await deriveArgon2id(randomBytes(20), { ...cost, saltBase64: toBase64Url(randomBytes(argon2SaltLength)) });
}

function open(folder: string, name: string): SqliteDatabase {
  const database = openDatabase(join(folder, name), randomBytes(32), { create: true });
  if (!database.ok) throw new Error(database.error.code);
  return database.value;
}
