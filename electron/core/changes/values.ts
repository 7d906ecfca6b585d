/**
 * @file The current value of one group, chosen among its heads by a pure function of the change set: role precedence,
 * then depth, then change id (docs/adr/0003). Never a clock, never a depth that somebody claims.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { fold } from '#shared/text/fold.ts';
import type { RosterView } from './authority.ts';
import { canonicalize, type JsonObject, type JsonValue } from './canonical.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBytes } from './ids.ts';
import { groupToToken, tokenToGroup } from './registry.ts';
import { all, get, run } from './statements.ts';
import { DamagedStore, type DecodedChange, decodeRow } from './stored.ts';

export type GroupState = 'value' | 'removed' | 'withheld';

type Candidate = { readonly id16: Uint8Array; readonly change: DecodedChange };

type Where = {
  readonly agg: Uint8Array;
  readonly group: string;
  /** Accepted changes that are at hand already. */
  readonly decoded: ReadonlyMap<string, DecodedChange>;
  readonly rosterAt: (version: number) => RosterView | null;
};

/** Writes the row of `val` for a group from its heads. Answers whether the group has just become a conflict. */
export function refreshValue(raw: SqliteDatabase, where: Where): boolean {
  const { agg, group } = where;
  const heads = all<{ id16: Uint8Array }>(raw, 'SELECT id16 FROM head WHERE agg = ? AND grp = ?', agg, group);
  const candidates = heads.map(({ id16 }) => ({
    id16,
    change: where.decoded.get(toBase64Url(id16)) ?? storedChange(raw, id16),
  }));
  const winner = candidates.length > 1 ? chooseWinner(raw, candidates, where) : candidates[0];
  if (!winner) {
    run(raw, 'DELETE FROM val WHERE agg = ? AND grp = ?', agg, group);
    return false;
  }
  const differing = countDiffering(candidates, group);
  // Only a conflict is compared with what stood there before.
  const headsBefore = differing > 1 ? headsOf(raw, agg, group) : differing;
  const { state, text } = stateOf(winner.change, group);
  run(
    raw,
    `INSERT INTO val (agg, grp, at, state, v, id16, heads) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (agg, grp) DO UPDATE SET at = excluded.at, state = excluded.state, v = excluded.v, id16 = excluded.id16, heads = excluded.heads`,
    agg,
    group,
    winner.change.header.at,
    state,
    text,
    winner.id16,
    differing,
  );
  return headsBefore < differing;
}

const headsOf = (raw: SqliteDatabase, agg: Uint8Array, group: string): number =>
  get<{ heads: number }>(raw, 'SELECT heads FROM val WHERE agg = ? AND grp = ?', agg, group)?.heads ?? 0;

function stateOf(change: DecodedChange, group: string): { state: GroupState; text: string | null } {
  if (!change.payload) return { state: 'withheld', text: null };
  const value = valueIn(change, group);
  return value === null ? { state: 'removed', text: null } : { state: 'value', text: textOf(value) };
}

const valueIn = ({ header, payload }: DecodedChange, group: string): JsonObject | null =>
  payload?.d[groupToToken(header.at, group)] ?? null;

const textOf = (value: JsonObject): string => Buffer.from(canonicalize(value)).toString('utf8');

/** Values that are equal after folding are shown as one; what is withheld here cannot differ here. */
function countDiffering(candidates: readonly Candidate[], group: string): number {
  if (candidates.length < 2) return candidates.length;
  const seen = new Set<string>();
  for (const { change } of candidates) if (change.payload) seen.add(foldedText(valueIn(change, group)));
  return Math.max(1, seen.size);
}

const foldedText = (value: JsonValue): string =>
  JSON.stringify(value, (_key, part) => (typeof part === 'string' ? fold(part) : part));

type Rank = { readonly precedence: number; readonly depth: number; readonly id16: Uint8Array };

function chooseWinner(raw: SqliteDatabase, candidates: readonly Candidate[], where: Where): Candidate | undefined {
  const depths = new Map<string, number>();
  const ranked = candidates.map((candidate) => ({
    candidate,
    rank: {
      precedence: precedenceOf(raw, candidate.change.header, where.rosterAt),
      depth: depthOf(raw, toBase64Url(candidate.id16), where, depths),
      id16: candidate.id16,
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
  const owner = storedChange(raw, wireToBytes(header.own)).payload?.d.owner?.node;
  return author === owner ? 1 : 2;
}

/**
 * 1 + the greatest depth among the predecessors that have come; one that never arrives counts as 0, and so does one that
 * wrote another record or group: other nodes may not hold it. Computed only for conflicts. Iterative, because a group may
 * have been edited thousands of times.
 */
function depthOf(raw: SqliteDatabase, id: string, where: Where, depths: Map<string, number>): number {
  const record = toBase64Url(where.agg);
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
    const unknown = write.p.filter((p) => !depths.has(p));
    if (unknown.length > 0) stack.push(...unknown);
    else depths.set(top, 1 + Math.max(0, ...write.p.map((p) => depths.get(p) ?? 0)));
  }
  return depths.get(id) ?? 0;
}

function storedChange(raw: SqliteDatabase, id16: Uint8Array): DecodedChange {
  const row = get<{ hdr: Uint8Array; pay: Uint8Array | null }>(raw, 'SELECT hdr, pay FROM chg WHERE id16 = ?', id16);
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
