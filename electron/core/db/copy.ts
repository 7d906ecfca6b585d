import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SqliteDatabase } from './driver.ts';
import { isSound, openDatabase } from './open.ts';
import { StoreFailure } from './store-error.ts';

/**
 * Writes a consistent copy under the same key (VACUUM INTO: a copy of the file alone would miss the write-ahead log),
 * opens it, checks it, and only then gives it its name. Blocks; about 7 s a gigabyte. Outside transactions only.
 * Throws StoreFailure `store/corrupt` when the copy is not sound.
 */
export function copyVerified(database: SqliteDatabase, key: Uint8Array, target: string): void {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(part);
    const copy = openDatabase(part, key, { readonly: true });
    if (!copy.ok) throw new StoreFailure(copy.error.code === 'store/wrong-key' ? 'store/corrupt' : copy.error.code);
    try {
      if (!isSound(copy.value, 'quick')) throw new StoreFailure('store/corrupt');
    } finally {
      copy.value.close();
    }
    flush(part, 'r+');
    renameSync(part, target);
    if (process.platform !== 'win32') flush(dirname(target), 'r');
    flush(target, 'r+');
  } finally {
    rmSync(part, { force: true });
  }
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
