/**
 * @file The heads of each group.
 *
 * [Note: Registers] State of a group is its set of heads. Applying a change marks every value it saw as superseded and
 * becomes a head itself unless a later writer has already seen it. Marks are kept per (record, group, change): one change
 * may write several groups and be superseded in one of them alone, and nobody supersedes what stands in another record.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBytes } from './ids.ts';
import { groupSpecOf, tokenToGroup } from './registry.ts';
import { all, run } from './statements.ts';
import { type ChgRow, chgColumns, decodeHeader } from './stored.ts';
import { isUnderstood } from './understood.ts';

/** Enters an accepted change; `onGroup` is told each group it writes. Order and repetition do not matter. */
export function register(
  raw: SqliteDatabase,
  id16: Uint8Array,
  header: ChangeHeader,
  onGroup: (group: string) => void,
): void {
  const agg = wireToBytes(header.agg);
  for (const { g, p } of header.w) {
    const group = tokenToGroup(header.at, g);
    const append = groupSpecOf(header.at, group)?.append === true;
    for (const seen of append ? [] : p) supersede(raw, agg, group, wireToBytes(seen));
    becomeHead(raw, agg, group, id16);
    onGroup(group);
  }
}

/** Heads and marks of one record, recomputed from its accepted changes. */
export function rebuildRegisters(raw: SqliteDatabase, agg: Uint8Array, onGroup: (group: string) => void): void {
  for (const { grp } of all<{ grp: string }>(raw, 'SELECT DISTINCT grp FROM head WHERE agg = ?', agg)) onGroup(grp);
  run(raw, 'DELETE FROM head WHERE agg = ?', agg);
  run(raw, 'DELETE FROM sup WHERE agg = ?', agg);
  const changes = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' ORDER BY n`, agg);
  for (const change of changes) {
    const { header } = decodeHeader(change);
    if (isUnderstood(header)) register(raw, change.id16, header, onGroup);
  }
}

function supersede(raw: SqliteDatabase, agg: Uint8Array, group: string, seen: Uint8Array): void {
  run(raw, 'INSERT OR IGNORE INTO sup (agg, grp, id16) VALUES (?, ?, ?)', agg, group, seen);
  run(raw, 'DELETE FROM head WHERE agg = ? AND grp = ? AND id16 = ?', agg, group, seen);
}

/** Unless a later writer has already seen it. */
function becomeHead(raw: SqliteDatabase, agg: Uint8Array, group: string, id16: Uint8Array): void {
  run(
    raw,
    `INSERT OR IGNORE INTO head (agg, grp, id16)
     SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM sup WHERE agg = ? AND grp = ? AND id16 = ?)`,
    agg,
    group,
    id16,
    agg,
    group,
    id16,
  );
}
