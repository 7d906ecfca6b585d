/** @file A command that is repeated after a lost answer gets the first answer and writes nothing. */
import { get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';

/** The first answer; undefined when this person never gave this command. */
export function recalled(raw: SqliteDatabase, id: string, method: string, user: string): unknown {
  const row = get<{ answer: string }>(
    raw,
    'SELECT answer FROM command WHERE id = ? AND method = ? AND user = ?',
    id,
    method,
    user,
  );
  return row ? JSON.parse(row.answer) : undefined;
}

/** Must run in the transaction of the command itself, where it has one. */
export function remember(
  raw: SqliteDatabase,
  command: {
    readonly id: string;
    readonly name: string;
    readonly user: string;
    readonly value: unknown;
    /** Wall clock, ms. */
    readonly at: number;
  },
): void {
  run(
    raw,
    'INSERT OR IGNORE INTO command (id, method, user, answer, at) VALUES (?, ?, ?, ?, ?)',
    command.id,
    command.name,
    command.user,
    JSON.stringify(command.value),
    new Date(command.at).toISOString(),
  );
}
