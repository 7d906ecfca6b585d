/**
 * @file The current value of one group, chosen among its heads by a pure function of the change set: role precedence,
 * then depth, then change id (docs/adr/0003). Never a clock, never a depth that somebody claims.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { fold } from '#shared/text/fold.ts';
import type { RosterView } from './verdict.ts';
import { canonicalTextOf, type JsonObject, type JsonValue } from './canonical.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBound, wireToBytes } from './ids.ts';
import { headsOf, type OpenRecord, type StoredValue } from './registers.ts';
import { groupToToken, tokenToGroup } from './registry.ts';
import { get, run } from './statements.ts';
import { DamagedStore, type DecodedChange, decodeRow } from './stored.ts';

export type GroupState = 'value' | 'removed' | 'withheld';

/** Named by its short id. */
type Candidate = { readonly id: string; readonly change: DecodedChange };

type Where = {
  readonly record: OpenRecord;
  readonly group: string;
  /** Accepted changes that are at hand already. */
  readonly decoded: ReadonlyMap<string, DecodedChange>;
  readonly rosterAt: (version: number) => RosterView | null;
};

export type Refreshed = {
  /** Null when nothing of the group holds any more. */
  readonly row: StoredValue | null;
  readonly newConflict: boolean;
};

/** The value of a group from its heads; all its rows are written but the one of `val`, which `writeValues` takes. */
export function refreshValue(raw: SqliteDatabase, where: Where): Refreshed {
  const { record, group } = where;
  const heads = headsOf(record, group);
  const candidates: Candidate[] = [];
  for (const id of heads) candidates.push({ id, change: where.decoded.get(id) ?? storedChange(raw, id) });
  const winner = candidates.length > 1 ? chooseWinner(raw, candidates, where) : candidates[0];
  const stored = record.before.get(group);
  writeRivals(raw, record, group, winner?.id);
  if (!winner) {
    if (stored) run(raw, 'DELETE FROM val WHERE agg = ? AND grp = ?', record.agg, group);
    return { row: null, newConflict: false };
  }
  const differing = countDiffering(candidates, group);
  const { state, value } = stateOf(winner.change, group);
  const row: StoredValue = {
    grp: group,
    at: winner.change.header.at,
    state,
    v: value === null ? null : canonicalTextOf(value),
    value,
    id16: wireToBound(winner.id),
    heads: differing,
  };
  return { row, newConflict: differing > 1 && (stored?.heads ?? 0) < differing };
}

/** Writes rows of one record, several with each statement: calls cost more than rows ([Note: Statements that fail]). */
export function writeValues(raw: SqliteDatabase, agg: Uint8Array, rows: readonly StoredValue[]): void {
  let at = 0;
  for (; rows.length - at >= rowsAtOnce; at += rowsAtOnce) {
    const several: unknown[] = [];
    for (let i = at; i < at + rowsAtOnce; i++) several.push(...boundValue(agg, rows[i] as StoredValue));
    run(raw, insertSeveral, ...several);
  }
  for (; at < rows.length; at++) run(raw, insertOne, ...boundValue(agg, rows[at] as StoredValue));
}

const rowsAtOnce = 8;
const boundValue = (agg: Uint8Array, { grp, at, state, v, id16, heads }: StoredValue): readonly unknown[] => [
  agg,
  grp,
  at,
  state,
  v,
  id16,
  heads,
];
const insertRows = (count: number): string =>
  `INSERT OR FAIL INTO val (agg, grp, at, state, v, id16, heads) VALUES ${Array(count).fill('(?, ?, ?, ?, ?, ?, ?)').join(', ')}
   ON CONFLICT (agg, grp) DO UPDATE SET at = excluded.at, state = excluded.state, v = excluded.v, id16 = excluded.id16, heads = excluded.heads`;
const insertOne = insertRows(1);
const insertSeveral = insertRows(rowsAtOnce);

/** Heads that are not the one shown. Mostly there are none, before and after. */
function writeRivals(raw: SqliteDatabase, record: OpenRecord, group: string, shown: string | undefined): void {
  const heads = headsOf(record, group);
  if (record.rivals.has(group)) run(raw, 'DELETE FROM rival WHERE agg = ? AND grp = ?', record.agg, group);
  if (heads.size < 2) return;
  for (const id of heads) {
    if (id === shown) continue;
    run(raw, 'INSERT INTO rival (agg, grp, id16) VALUES (?, ?, ?)', record.agg, group, wireToBytes(id));
  }
}

function stateOf(change: DecodedChange, group: string): { state: GroupState; value: JsonObject | null } {
  if (!change.payload) return { state: 'withheld', value: null };
  const value = valueIn(change, group);
  return { state: value === null ? 'removed' : 'value', value };
}

const valueIn = ({ header, payload }: DecodedChange, group: string): JsonObject | null =>
  payload?.d[groupToToken(header.at, group)] ?? null;

/** Values that are equal after folding are shown as one; what is withheld here cannot differ here. */
function countDiffering(candidates: readonly Candidate[], group: string): number {
  // The ends of a hand-over are no choice for people: who owns the record says which one holds.
  if (candidates.length < 2 || group === 'transfer') return Math.min(1, candidates.length);
  const seen = new Set<string>();
  for (const { change } of candidates) if (change.payload) seen.add(foldedText(valueIn(change, group)));
  return Math.max(1, seen.size);
}

/** What values are compared by: spelling that means the same is the same. */
export const foldedText = (value: JsonValue): string =>
  JSON.stringify(value, (_key, part) => (typeof part === 'string' ? fold(part) : part));

type Rank = { readonly precedence: number; readonly depth: number; readonly id16: Uint8Array };

function chooseWinner(raw: SqliteDatabase, candidates: readonly Candidate[], where: Where): Candidate | undefined {
  const depths = new Map<string, number>();
  const ranked = candidates.map((candidate) => ({
    candidate,
    rank: {
      precedence: precedenceOf(raw, candidate.change.header, where.rosterAt),
      depth: depthOf(raw, candidate.id, where, depths),
      id16: wireToBytes(candidate.id),
    },
  }));
  ranked.sort((a, b) => compareRank(b.rank, a.rank));
  return ranked[0]?.candidate;
}

const compareRank = (a: Rank, b: Rank): number =>
  a.precedence - b.precedence || a.depth - b.depth || Buffer.compare(a.id16, b.id16);

/** A correction from above goes before the owning office, the office before anyone else. */
function precedenceOf(
  raw: SqliteDatabase,
  header: ChangeHeader,
  rosterAt: (version: number) => RosterView | null,
): number {
  if (header.own === null) return 1;
  const author = rosterAt(header.ros)?.device(header.dev)?.node;
  const owner = storedChange(raw, header.own).payload?.d.owner?.node;
  return author === owner ? 1 : 2;
}

/**
 * 1 + the greatest depth among the predecessors that have come; one that never arrives counts as 0, and so does one that
 * wrote another record or group: other nodes may not hold it. Nor does what it cannot end lend any. Computed only for conflicts. Iterative, because a group may
 * have been edited thousands of times.
 */
function depthOf(raw: SqliteDatabase, id: string, where: Where, depths: Map<string, number>): number {
  const record = toBase64Url(where.record.agg);
  const stack = [id];
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as string;
    if (depths.has(top)) {
      stack.pop();
      continue;
    }
    const header = (where.decoded.get(top) ?? acceptedChange(raw, top))?.header;
    const write =
      header?.agg === record ? header.w.find(({ g }) => tokenToGroup(header.at, g) === where.group) : undefined;
    if (!write) {
      depths.set(top, 0);
      continue;
    }
    const { lines } = where.record;
    const ended = lines ? write.p.filter((p) => lines.ends(top, p)) : write.p;
    const unknown = ended.filter((p) => !depths.has(p));
    if (unknown.length > 0) stack.push(...unknown);
    else depths.set(top, 1 + Math.max(0, ...ended.map((p) => depths.get(p) ?? 0)));
  }
  return depths.get(id) ?? 0;
}

function storedChange(raw: SqliteDatabase, id: string): DecodedChange {
  const row = get<{ hdr: Uint8Array; pay: Uint8Array | null }>(
    raw,
    'SELECT hdr, pay FROM chg WHERE id16 = ?',
    wireToBytes(id),
  );
  if (!row) throw new DamagedStore('a head without its change');
  return decodeRow(row);
}

function acceptedChange(raw: SqliteDatabase, id: string): DecodedChange | undefined {
  const row = get<{ hdr: Uint8Array; pay: Uint8Array | null }>(
    raw,
    "SELECT hdr, pay FROM chg WHERE id16 = ? AND verdict = 'ok'",
    wireToBytes(id),
  );
  return row && decodeRow(row);
}
