/**
 * @file The heads of each group.
 *
 * [Note: Registers] State of a group is its set of heads. Applying a change marks every value it saw as superseded and
 * becomes a head itself unless a later writer has already seen it. Marks are kept per (record, group, change): one change
 * may write several groups and be superseded in one of them alone, and nobody supersedes what stands in another record,
 * nor in the line of another owner of the same one ([Note: Two foundings]).
 *
 * [Note: Open records] While changes are applied the heads of the records they touch are kept in memory; rows are written
 * once at the end, however many changes wrote to a group. One head of a group stands in its row of `val`, the others, of
 * which there are mostly none, in `rival`; the view `head` shows them all.
 */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBound } from './ids.ts';
import { type Lines, linesOf } from './lines.ts';
import type { ValRow } from './record-values.ts';
import { groupSpecOf, tokenToGroup } from './registry.ts';
import { all, get, run } from './statements.ts';
import { type ChgRow, chgColumns, decodeHeader } from './stored.ts';
import { isUnderstood } from './understood.ts';
import type { RosterView } from './verdict.ts';

export type StoredValue = ValRow & { readonly id16: Uint8Array };

/** A record that changes enter. Ids are short ids as on the wire. */
export type OpenRecord = {
  readonly agg: Uint8Array;
  /** Its values when it was opened, by group. None: the store holds no row of it at all. */
  readonly before: ReadonlyMap<string, StoredValue>;
  /** Heads besides that of `before`, by group. */
  readonly rivals: ReadonlyMap<string, readonly string[]>;
  /** Heads of every group that was touched since. */
  readonly heads: Map<string, Set<string>>;
  /** What was marked since, `group id`. */
  readonly marked: Set<string>;
  /** Set while registers are rebuilt; null: nobody founded the record a second time, as far as was looked. */
  lines: Lines | null;
  /** Latest hlc among the changes that entered since. */
  latest: string;
};

export function openRecord(raw: SqliteDatabase, agg: Uint8Array): OpenRecord {
  const rows = all<StoredValue>(raw, 'SELECT grp, at, state, v, id16, heads FROM val WHERE agg = ? ORDER BY grp', agg);
  const rivals = new Map<string, string[]>();
  const others = rows.length === 0 ? [] : all<RivalRow>(raw, 'SELECT grp, id16 FROM rival WHERE agg = ?', agg);
  for (const { grp, id16 } of others) {
    const ids = rivals.get(grp);
    if (ids) ids.push(toBase64Url(id16));
    else rivals.set(grp, [toBase64Url(id16)]);
  }
  const before = new Map(rows.map((row) => [row.grp, row]));
  return { agg, before, rivals, heads: new Map(), marked: new Set(), lines: null, latest: '' };
}

type RivalRow = { readonly grp: string; readonly id16: Uint8Array };

/** The heads of a group, to be changed in place. */
export function headsOf(record: OpenRecord, group: string): Set<string> {
  let heads = record.heads.get(group);
  if (!heads) {
    const stored = record.before.get(group);
    heads = new Set(stored ? [toBase64Url(stored.id16), ...(record.rivals.get(group) ?? [])] : []);
    record.heads.set(group, heads);
  }
  return heads;
}

/** Enters an accepted change. Order and repetition do not matter. */
export function register(raw: SqliteDatabase, record: OpenRecord, id: string, header: ChangeHeader): void {
  for (const { g, p } of header.w) {
    const group = tokenToGroup(header.at, g);
    const heads = headsOf(record, group);
    if (p.length > 0 && groupSpecOf(header.at, group)?.append !== true) {
      for (const seen of p) if (record.lines?.ends(id, seen) !== false) supersede(raw, record, group, seen);
    }
    if (!isSuperseded(raw, record, group, id)) heads.add(id);
  }
  if (header.hlc > record.latest) record.latest = header.hlc;
}

/**
 * Whether several claim to own the record: two foundings always do, because an acceptance supersedes the one head that it
 * takes over from. Read from what is at hand, for it is asked of every record.
 */
export const hasRivalOwners = ({ heads, rivals }: OpenRecord): boolean =>
  (heads.get('owner')?.size ?? (rivals.has('owner') ? 2 : 1)) > 1;

/** Heads and marks of one record, recomputed from its accepted changes. */
export function rebuildRegisters(
  raw: SqliteDatabase,
  record: OpenRecord,
  rosterAt: (version: number) => RosterView | null,
): void {
  for (const group of record.before.keys()) headsOf(record, group);
  for (const heads of record.heads.values()) heads.clear();
  record.marked.clear();
  record.latest = '';
  run(raw, 'DELETE FROM sup WHERE agg = ?', record.agg);
  const changes = all<ChgRow>(
    raw,
    `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' ORDER BY n`,
    record.agg,
  ).map((row) => ({ id: toBase64Url(row.id16), header: decodeHeader(row).header, row }));
  record.lines = linesOf(changes, rosterAt);
  for (const { id, header } of changes) if (isUnderstood(header)) register(raw, record, id, header);
}

function supersede(raw: SqliteDatabase, record: OpenRecord, group: string, seen: string): void {
  const mark = `${group} ${seen}`;
  if (!record.marked.has(mark)) {
    run(raw, 'INSERT OR IGNORE INTO sup (agg, grp, id16) VALUES (?, ?, ?)', record.agg, group, wireToBound(seen));
    record.marked.add(mark);
  }
  headsOf(record, group).delete(seen);
}

/** Whether a later writer has already seen it. Of a record that is new here no marks were stored. */
function isSuperseded(raw: SqliteDatabase, record: OpenRecord, group: string, id: string): boolean {
  if (record.marked.size > 0 && record.marked.has(`${group} ${id}`)) return true;
  if (record.before.size === 0) return false;
  const mark = 'SELECT 1 FROM sup WHERE agg = ? AND grp = ? AND id16 = ?';
  return get(raw, mark, record.agg, group, wireToBound(id)) !== undefined;
}
