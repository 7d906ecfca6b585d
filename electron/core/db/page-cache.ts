/** @file Room in memory for pages while thousands of rows are written: each page that leaves is enciphered, each that comes back deciphered. */
import type { SqliteDatabase } from './driver.ts';

const bulkKiB = 32_000;

/** Runs `work` with a larger page cache; afterwards it is as `openDatabase` set it. Outside a transaction. */
export async function withLargePageCache<T>(raw: SqliteDatabase, work: () => Promise<T>): Promise<T> {
  const usual = Number(raw.pragma('cache_size', { simple: true }));
  raw.pragma(`cache_size = ${-bulkKiB}`);
  try {
    return await work();
  } finally {
    // Whoever locks meanwhile closes the store, and its cache goes with it.
    if (raw.open) {
      raw.pragma(`cache_size = ${usual}`);
      raw.pragma('shrink_memory');
    }
  }
}
