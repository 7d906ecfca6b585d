/**
 * @file Who else gets the changes of a record that was handed over, offered or shared (docs/adr/0010).
 *
 * [Note: Lines of ownership] A change names the ownership head it was written under. It goes to that owner, and to those
 * who got the record from there on: owners by later acceptances, the target of an open offer, nodes it is shared with.
 * Whoever owned a record once, or claims to have founded it a second time, can thus pass on what was written under his
 * own head and nothing that was written under another. Nor does he end an offer or a share there ([Note: Two foundings]).
 */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { JsonObject } from './canonical.ts';
import type { ChangeHeader } from './change.ts';
import { wireToBytes } from './ids.ts';
import { linesOf } from './lines.ts';
import { elementId, groupName, isRecordType } from './registry.ts';
import { all } from './statements.ts';
import { type ChgRow, chgColumns, decodeRow } from './stored.ts';
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
      return holdersBelow(lineOf(header.agg), header.own ?? id);
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

type Line = {
  /** Ownership heads by short id: the node each names, and the head it took over from. */
  readonly owners: ReadonlyMap<string, { readonly node: string; readonly own: string | null }>;
  /** Open offers and shares: the node, and the ownership head they were made under. */
  readonly others: readonly { readonly node: string; readonly own: string }[];
};

/** From the log: while changes are applied the registers are not written yet. */
function readLine(raw: SqliteDatabase, agg: string, rosterAt: RosterAt): Line {
  // Of a type that is not known here nobody has judged who may move it.
  const moves = movesOf(raw, wireToBytes(agg))
    .map((row) => ({ id: toBase64Url(row.id16), row, ...decodeRow(row) }))
    .filter(({ header }) => isRecordType(header.at));
  const lines = linesOf(moves, rosterAt);
  const passed = new Set(
    moves.flatMap(({ id, header: { at, w } }) =>
      w.flatMap(({ g, p }) => p.filter((seen) => lines?.ends(id, seen) !== false).map((seen) => `${at} ${g} ${seen}`)),
    ),
  );
  const owners = new Map<string, { node: string; own: string | null }>();
  const others: { node: string; own: string }[] = [];
  for (const { id, header, payload } of moves) {
    for (const { g } of header.w) {
      const value = payload?.d[g];
      if (!value) continue;
      if (g === 'owner' && typeof value.node === 'string') owners.set(id, { node: value.node, own: header.own });
      const node = passed.has(`${header.at} ${g} ${id}`) ? null : readerIn(g, value);
      if (node !== null && header.own !== null) others.push({ node, own: header.own });
    }
  }
  return { owners, others };
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
