/** @file Settings of this home; they stay on this PC. */
import { get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';

export type Settings = { readonly language: string; readonly digits: string; readonly idleMinutes: number };

/** Settings of this home, with their defaults. */
export function readSettings(raw: SqliteDatabase): Settings {
  const value = (name: string, fallback: string): string =>
    get<{ value: string }>(raw, 'SELECT value FROM setting WHERE name = ?', name)?.value ?? fallback;
  return {
    language: value('language', 'ar-IQ'),
    digits: value('digits', 'latin'),
    idleMinutes: Number(value('idleMinutes', '5')),
  };
}

/** Must run inside a transaction. */
export function writeSetting(raw: SqliteDatabase, name: keyof Settings, value: string): void {
  run(
    raw,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
