/**
 * @file What a database looks like, as text that can be kept and compared. Written anew by
 * `node electron/core/testing/schema-text.ts > electron/core/db/schema.sql`.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all.ts';
import { openDatabase } from '#core/db/open.ts';

/** An empty store in memory with every migration applied. */
export function createMigratedStore(): SqliteDatabase {
  const opened = openDatabase(':memory:', new Uint8Array(32), { create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const migrated = migrate(opened.value, migrations, { backup: null });
  if (!migrated.ok) throw new Error(migrated.error.code);
  return opened.value;
}

/** Every table, index and trigger in order of name, but for those that SQLite makes itself; then `user_version`. */
export function schemaText(database: SqliteDatabase): string {
  const rows = database
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all() as readonly { sql: string }[];
  const version = String(database.pragma('user_version', { simple: true }));
  return `${rows.map(({ sql }) => `${sql};\n`).join('\n')}\nPRAGMA user_version = ${version};\n`;
}

if (import.meta.main) process.stdout.write(schemaText(createMigratedStore()));
