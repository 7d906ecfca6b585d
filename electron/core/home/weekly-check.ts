/** @file A full look through the database, once a week while nobody is at work: rot is found while a backup still helps. */
import { get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { isSound } from '#core/db/open.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Outside transactions only; about five seconds a gigabyte when it is due. `now` is the wall clock, ms. */
export function weeklyCheck(raw: SqliteDatabase, now: number): 'not-due' | 'sound' | 'damaged' {
  const last = Number(get<{ value: string }>(raw, "SELECT value FROM setting WHERE name = 'checkedAt'")?.value ?? 0);
  // A clock that was set back must not put the check off for years.
  if (last !== 0 && Math.abs(now - last) < weekMs) return 'not-due';
  const sound = isSound(raw, 'full');
  if (!sound) return 'damaged';
  run(
    raw,
    "INSERT INTO setting (name, value) VALUES ('checkedAt', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    String(Math.floor(now)),
  );
  return 'sound';
}
