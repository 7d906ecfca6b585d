/** @file Projections made again from the log: proof that dropping them loses nothing. */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { toHex, utf8 } from '#core/crypto/bytes.ts';
import { applyChanges } from './apply.ts';
import type { ApplyContext } from './apply-types.ts';
import { projectedTables } from './project.ts';
import { all, run } from './statements.ts';

/**
 * Drops every register and projection and makes them again from the accepted changes. Links, positions and verdicts
 * stay. Must run inside an open transaction.
 */
export function replayAll(raw: SqliteDatabase, context: ApplyContext): void {
  applyChanges(raw, context, () => {
    for (const table of projectedTables) run(raw, `DELETE FROM ${table}`);
  });
  applyChanges(raw, context, ({ reproject }) => reproject());
}

/**
 * SHA-256 over the rows of all registers and projections. Row numbers are left out: they tell in which order records
 * came, which is nobody's business.
 */
export function projectionDigest(raw: SqliteDatabase): string {
  const parts = projectedTables.map((table) => {
    const sql = table === 'record_fts' ? ftsRows : `SELECT ${columnsOf(raw, table)} FROM ${table}`;
    const lines = all<Record<string, unknown>>(raw, sql).map((row) => JSON.stringify(Object.values(row).map(plain)));
    return utf8(`${table}\n${lines.sort().join('\n')}\n`);
  });
  return toHex(sha256(...parts));
}

const ftsRows = 'SELECT r.id, f.fold FROM record_fts f JOIN record r ON r.rowid = f.rowid';

const columnsOf = (raw: SqliteDatabase, table: string): string =>
  all<{ name: string }>(raw, `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`)
    .map(({ name }) => name)
    .filter((name) => name !== 'rowid')
    .join(', ');

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? toHex(value) : value);
