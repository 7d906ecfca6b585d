/** @file A part of a transaction that can be taken back alone. */
import type { Result } from '#shared/lib/result.ts';
import type { SqliteDatabase } from './driver.ts';

/**
 * Runs `work` in a savepoint of the open transaction. Kept when it answers `ok`; taken back when it answers `err` or
 * throws. After a failure of the machine the whole transaction may be gone already; then nothing more can be written.
 */
export async function inSavepoint<T, E>(raw: SqliteDatabase, work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
  if (!raw.inTransaction) throw new Error('a savepoint stands inside a transaction');
  raw.exec('SAVEPOINT part');
  let kept = false;
  try {
    const result = await work();
    kept = result.ok;
    return result;
  } finally {
    if (raw.inTransaction) raw.exec(kept ? 'RELEASE part' : 'ROLLBACK TO part; RELEASE part');
  }
}
