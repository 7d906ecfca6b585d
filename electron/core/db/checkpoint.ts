/**
 * @file Keeping the write-ahead log short, and knowing whether the last session ended well. A damaged log loses its
 * tail silently, so it is folded into the database when idle, on locking and on quitting.
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { SqliteDatabase } from './driver.ts';
import { withStoreFailures } from './store-error.ts';

/** Folds the log into the database and empties it. False when a reader was in the way; try again later. */
export function checkpoint(database: SqliteDatabase): boolean {
  return withStoreFailures(() => {
    const [row] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return row?.busy === 0;
  });
}

/**
 * Sets the marker of a running session. True when the one before did not end well: then a quick check is due
 * (`isSound` in open.ts).
 */
export function markSessionBegun(markerFile: string): boolean {
  const unclean = existsSync(markerFile);
  const descriptor = openSync(markerFile, 'w', 0o600);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return unclean;
}

/** Removes the marker; the last thing a session does, after the database is closed. */
export function markSessionEnded(markerFile: string): void {
  rmSync(markerFile, { force: true });
}
