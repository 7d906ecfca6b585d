/**
 * @file Who else gets the changes of a record that was handed over, offered or shared (docs/adr/0010).
 *
 * [Note: Lines of ownership] A change names the ownership head it was written under. It goes to that owner, and to those
 * who got the record from there on: owners by later acceptances, the target of an open offer, nodes it is shared with.
 * Whoever owned a record once, or claims to have founded it a second time, can thus pass on what was written under his
 * own head and nothing that was written under another. Nor does he end an offer or a share there ([Note: Two foundings]).
 *
 * [Note: What a part rests on] Whoever was ever offered the record or could read it goes on to get what his part rests on,
 * and what ended it: the offer or share, its end, the heads it was made under, the offers behind those. So he hears that
 * it is over, can judge whatever he holds, and a link that begins anew owes him the same blobs as before. No values come
 * with these but those that the record was founded with.
 */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { JsonObject } from './canonical.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBytes } from './ids.ts';
import { type Lines, linesOf } from './lines.ts';
import { elementId, groupName, isRecordType } from './registry.ts';
import { all } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeRow } from './stored.ts';
import type { RosterView } from './verdict.ts';

export type Participants = {
  /** Nodes beside the owner whom the change itself names. Mostly none, and then no query is made. */
  of(id: string, header: ChangeHeader): readonly string[];
  /** A change was accepted that offers, shares or hands over this record. */
  forget(agg: string): void;
  /** Verdicts of this record were made anew. */
  review(agg: string): void;
};

type RosterAt = (version: number) => RosterView | null;

export function createParticipants(raw: SqliteDatabase, rosterAt: RosterAt): Participants {
  let moved: Set<string> | null = null;
  const lines = new Map<string, Line>();
  const lineOf = (agg: string): Line => {
    let line = lines.get(agg);
    if (!line) {
      line = readLine(raw, agg, rosterAt);
      lines.set(agg, line);
    }
    return line;
  };
  return {
    of: (id, header) => {
      moved ??= readMoved(raw);
      if (!moved.has(header.agg)) return nobody;
      const line = lineOf(header.agg);
      const holders = holdersBelow(line, header.own ?? id);
      const concerned = line.concerned.get(id);
      return concerned ? [...new Set([...holders, ...concerned])] : holders;
    },
    forget: (agg) => {
      moved ??= readMoved(raw);
      moved.add(agg);
      lines.delete(agg);
    },
    review: (agg) => void lines.delete(agg),
  };
}

const nobody: readonly string[] = [];

/** Records that were ever offered or shared, as the store has them; what comes in this session is told by `forget`. */
const readMoved = (raw: SqliteDatabase): Set<string> =>
  new Set(
    all<{ agg: Uint8Array }>(
      raw,
      `SELECT DISTINCT agg FROM val INDEXED BY val_moved WHERE grp = 'transfer' OR (grp >= 'share:' AND grp < 'share;')`,
    ).map(({ agg }) => toBase64Url(agg)),
  );

/** By short id: the node an ownership head names, and the head it took over from. */
type Owners = ReadonlyMap<string, { readonly node: string; readonly own: string | null }>;

/** An offer or a share: its own short id and group, the node, and the ownership head it was made under. */
type Part = { readonly id: string; readonly group: string; readonly node: string; readonly own: string };

type Line = {
  readonly owners: Owners;
  /** Open offers and shares. */
  readonly others: readonly Part[];
  /** Nodes by the short id of what the part they have or had rests on ([Note: What a part rests on]). */
  readonly concerned: ReadonlyMap<string, ReadonlySet<string>>;
};

/** An accepted change that names an owner, or offers or shares the record. */
type Move = DecodedChange & { readonly id: string; readonly row: ChgRow };

/** From the log: while changes are applied the registers are not written yet. */
function readLine(raw: SqliteDatabase, agg: string, rosterAt: RosterAt): Line {
  // Of a type that is not known here nobody has judged who may move it.
  const moves = movesOf(raw, wireToBytes(agg))
    .map((row) => ({ id: toBase64Url(row.id16), row, ...decodeRow(row) }))
    .filter(({ header }) => isRecordType(header.at));
  const ends = endsIn(moves, linesOf(moves, rosterAt));
  const owners = new Map<string, { node: string; own: string | null }>();
  const parts: Part[] = [];
  for (const { id, header, payload } of moves) {
    for (const { g } of header.w) {
      const value = payload?.d[g];
      if (!value) continue;
      if (g === 'owner' && typeof value.node === 'string') owners.set(id, { node: value.node, own: header.own });
      const node = readerIn(g, value);
      if (node !== null && header.own !== null) parts.push({ id, group: g, node, own: header.own });
    }
  }
  const others = parts.filter((part) => !ends.has(valueKey(part)));
  return { owners, others, concerned: concernedIn(moves, owners, parts, ends) };
}

/** Changes that ended each value, by its key: their authors may write in its line and name it as seen. */
function endsIn(moves: readonly Move[], lines: Lines | null): ReadonlyMap<string, readonly string[]> {
  const types = new Map(moves.map(({ id, header }) => [id, header.at]));
  const ends = new Map<string, string[]>();
  for (const { id, header } of moves) {
    for (const { g, p } of header.w) {
      for (const seen of p) {
        if (types.get(seen) !== header.at || lines?.ends(id, seen) === false) continue;
        const key = valueKey({ id: seen, group: g });
        ends.set(key, [...(ends.get(key) ?? []), id]);
      }
    }
  }
  return ends;
}

const valueKey = ({ id, group }: Pick<Part, 'id' | 'group'>): string => `${group} ${id}`;

function concernedIn(
  moves: readonly Move[],
  owners: Owners,
  parts: readonly Part[],
  ends: ReadonlyMap<string, readonly string[]>,
): Line['concerned'] {
  const behind = new Map(moves.map(({ id, header }) => [id, header.w.find(({ g }) => g === 'transfer')?.p ?? []]));
  const concerned = new Map<string, Set<string>>();
  const tell = (id: string, node: string): void => void concerned.set(id, (concerned.get(id) ?? new Set()).add(node));
  for (const part of parts) {
    const { id, node, own } = part;
    for (const one of [id, ...(ends.get(valueKey(part)) ?? [])]) tell(one, node);
    // A change names the ids of others, which are hashes: no cycle is possible.
    for (let head: string | null = own; head !== null; head = owners.get(head)?.own ?? null) {
      for (const one of [head, ...(behind.get(head) ?? [])]) tell(one, node);
    }
  }
  return concerned;
}

/** The node that a value lets read the record. */
function readerIn(group: string, value: JsonObject): string | null {
  if (groupName(group) === 'share') return elementId(group);
  return group === 'transfer' && value.state === 'offered' && typeof value.to === 'string' ? value.to : null;
}

/** Accepted changes that name an owner, or offer or share the record. */
const movesOf = (raw: SqliteDatabase, agg: Uint8Array): ChgRow[] =>
  all<ChgRow>(
    raw,
    `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' AND (instr(hdr, CAST('"g":"owner"' AS BLOB)) > 0
       OR instr(hdr, CAST('"g":"transfer"' AS BLOB)) > 0 OR instr(hdr, CAST('"g":"share:' AS BLOB)) > 0) ORDER BY n`,
    agg,
  );

/** Owners that nobody took over from, targets and readers, all under this head or under one that came from it. */
function holdersBelow({ owners, others }: Line, head: string): readonly string[] {
  const below = new Set([head]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, { own }] of owners) {
      if (own === null || below.has(id) || !below.has(own)) continue;
      below.add(id);
      grew = true;
    }
  }
  const passedOn = new Set([...owners.values()].flatMap(({ own }) => own ?? []));
  const current = [...below].flatMap((id) => (passedOn.has(id) ? [] : (owners.get(id)?.node ?? [])));
  const readers = others.flatMap(({ node, own }) => (below.has(own) ? [node] : []));
  return [...new Set([...current, ...readers])];
}
