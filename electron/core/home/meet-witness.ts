import { get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { beginIncarnation } from '#core/exchange/incarnations.ts';
import type { RosterBook } from '#core/exchange/roster-book.ts';
import type { Witness } from './witness.ts';

/**
 * What unlocking does with the witness: a database that is behind it, or that has lost it, goes on in a new incarnation.
 * True when it did. Outside transactions only; `now` is the wall clock, ms.
 *
 * The database remembers whether a witness could be kept: a home that was never opened has none yet, and where the
 * folder cannot be written to, its absence says nothing.
 */
export function meetWitness(raw: SqliteDatabase, book: RosterBook, witness: Witness, now: number): boolean {
  const found = witness.check();
  const expected = get<{ value: string }>(raw, "SELECT value FROM setting WHERE name = 'witness'")?.value === 'kept';
  const rolledBack = found === 'ahead' || (found === 'missing' && expected);
  if (rolledBack) {
    raw.transaction(() => beginIncarnation(raw, book, { why: 'witness', at: new Date(now).toISOString() }))();
  }
  witness.note();
  const kept = witness.flush();
  if (kept !== expected) remember(raw, kept);
  return rolledBack;
}

function remember(raw: SqliteDatabase, kept: boolean): void {
  run(
    raw,
    "INSERT INTO setting (name, value) VALUES ('witness', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    kept ? 'kept' : 'none',
  );
}
