/**
 * @file Writing thousands of rows.
 *
 * [Note: Bulk writing] Each page that is written is enciphered. By way of the write-ahead log that happens twice, with a
 * deciphering in between: into the log, and from there into the database. A rollback journal holds the former state of
 * the pages that change, and what is new is written once, to where it belongs. Both are as safe: `synchronous` stays FULL,
 * a crash leaves the journal, and whoever opens the store next rolls back with it. Room for pages in memory keeps them
 * from being written more than once.
 */
import { readSetting, setJournal } from './open.ts';
import { exclusively, type Store } from './transaction.ts';

const bulkKiB = 32_000;

/**
 * Runs `work`, which makes transactions of its own, with a larger page cache and, when it is `much`, a rollback journal.
 * Afterwards both are as `openDatabase` set them. Outside a transaction.
 */
export async function withBulkWriting<Tables, T>(
  store: Store<Tables>,
  much: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const { raw } = store;
  const usual = Number(readSetting(raw, 'cache_size'));
  await exclusively(store, async () => {
    raw.pragma(`cache_size = ${-bulkKiB}`);
    if (much) setJournal(raw, 'truncate');
  });
  try {
    return await work();
  } finally {
    await exclusively(store, async () => {
      // Whoever locks meanwhile closes the store, and its cache goes with it.
      if (!raw.open) return;
      raw.pragma(`cache_size = ${usual}`);
      raw.pragma('shrink_memory');
      if (much) setJournal(raw, 'wal');
    });
  }
}
