/**
 * @file Which changes of a revoked device still count (docs/bundle-format.md, section 5; docs/adr/0010). Pure: decided
 * from the revocation and the changes of that device that are here, whatever came first.
 */
import type { ChangeHeader } from '#core/changes/change.ts';
import { limits } from '#core/changes/limits.ts';
import { isSpoilt } from '#core/changes/log-rows.ts';
import { all, get } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Revocation } from './roster-form.ts';

/** One change in the chain of its device. Ids are full, base64url. */
export type ChainLink = { readonly inc: string; readonly seq: number; readonly id: string; readonly prev: string };

/**
 * Those in the past of the last good change. From that change downwards each header names the one before it, so where
 * the whole chain is here the answer is exact. Below a hole nothing tells two changes with one number apart, and both
 * count until the hole is filled.
 */
export function goodChanges<L extends ChainLink>(revocation: Revocation, links: readonly L[]): ReadonlySet<L> {
  const good = new Set<L>();
  for (const end of revocation.good) {
    const bySeq = new Map<number, L[]>();
    for (const link of links) {
      if (link.inc !== end.inc || link.seq > end.seq) continue;
      const here = bySeq.get(link.seq);
      if (here) here.push(link);
      else bySeq.set(link.seq, [link]);
    }
    let above: readonly L[] = [];
    let aboveSeq = 0;
    for (const seq of [...bySeq.keys()].sort((a, b) => b - a)) {
      const named = aboveSeq === seq + 1 ? new Set(above.map(({ prev }) => prev)) : null;
      above = (bySeq.get(seq) ?? []).filter(({ id }) =>
        seq === end.seq ? id === end.id : named === null || named.has(id),
      );
      aboveSeq = above.length > 0 ? seq : 0;
      for (const link of above) good.add(link);
    }
  }
  return good;
}

/** As `goodChanges`, for rows of the device. */
export const goodRows = (revocation: Revocation, rows: readonly ChgRow[]): ReadonlySet<ChgRow> =>
  new Set([...goodChanges(revocation, linksOf(rows))].map(({ row }) => row));

type RowLink = ChainLink & { readonly row: ChgRow };

const linksOf = (rows: readonly ChgRow[]): readonly RowLink[] =>
  rows.map((row) => {
    // Its form was checked when it came; a device may have written a hundred thousand.
    const { inc, seq, prev } = JSON.parse(Buffer.from(row.hdr).toString('utf8')) as ChangeHeader;
    return { inc, seq, prev, id: toBase64Url(row.id), row };
  });

/** The changes of a device that are here in sound form, as they came. */
const chainOf = (raw: SqliteDatabase, dev: Uint8Array): readonly RowLink[] =>
  linksOf(
    all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE dev = ? ORDER BY n`, dev).filter((row) => !isSpoilt(row)),
  );

/** Everything of the device that has come here counts: the last change of each of its incarnations. */
export function everythingHere(raw: SqliteDatabase, dev: Uint8Array): Revocation {
  const last = new Map<string, ChainLink>();
  for (const link of chainOf(raw, dev)) {
    const before = last.get(link.inc);
    // Of two with one number, the one that came first: the other may be the thief's.
    if (!before || link.seq > before.seq) last.set(link.inc, link);
  }
  return sorted([...last.values()].slice(0, limits.incarnationsPerDevice));
}

/** The change and all that its chain names before it, through earlier incarnations. Null: it is not of this device. */
export function everythingUpTo(raw: SqliteDatabase, dev: Uint8Array, id16: Uint8Array): Revocation | null {
  const links = chainOf(raw, dev);
  const byId = new Map(links.map((link) => [link.id, link]));
  const id = get<{ id: Uint8Array }>(raw, 'SELECT id FROM chg WHERE id16 = ?', id16)?.id;
  const ends: ChainLink[] = [];
  const incarnations = new Set<string>();
  for (let at = id && byId.get(toBase64Url(id)); at; ) {
    if (incarnations.has(at.inc)) break;
    incarnations.add(at.inc);
    ends.push(at);
    const first = firstOf(at, byId);
    at = byId.get(first.prev);
  }
  return ends.length === 0 ? null : sorted(ends.slice(-limits.incarnationsPerDevice));
}

/** Down the chain of one incarnation as far as it is here. */
function firstOf(from: ChainLink, byId: ReadonlyMap<string, ChainLink>): ChainLink {
  let at = from;
  for (let before = byId.get(at.prev); before && before.inc === at.inc; before = byId.get(at.prev)) at = before;
  return at;
}

/**
 * The incarnations that came first are kept where a roster has no room for all: no honest device has so many, and one
 * that makes thousands must not thereby become one that cannot be blocked.
 */
const sorted = (ends: readonly ChainLink[]): Revocation => ({
  good: ends.map(({ inc, seq, id }) => ({ inc, seq, id })).toSorted((a, b) => (a.inc < b.inc ? -1 : 1)),
});
