/**
 * @file All verdicts of one record anew: needed when a change that others stand on falls away or comes back, because an
 * edit stands on its ownership head, that on an offer, and the offer on the head before.
 */
import { judge } from './authority.ts';
import type { AuthorityContext, Verdict } from './verdict.ts';
import { isSpoilt } from './log-rows.ts';
import { isSetAside, type Lookup, namedRow, offerNamed, ownerNamed } from './ownership.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { type ChgRow, decodeRow } from './stored.ts';

/** By row number; `elsewhere` looks up what is not among the rows of the record. What is spoilt or set aside keeps its verdict and is not in it. */
export function verdictsOf(
  rows: readonly ChgRow[],
  rosterAt: AuthorityContext['rosterAt'],
  elsewhere: Lookup,
): ReadonlyMap<number, Verdict> {
  const byId = new Map(rows.map((row) => [toBase64Url(row.id16), row]));
  const verdicts = new Map<number, Verdict>();
  // A change names the ids of others, which are hashes: no cycle is possible.
  const lookup: Lookup = (id) => {
    const row = byId.get(id);
    if (!row) return elsewhere(id);
    if (!judged(row)) return namedRow(row);
    const { verdict } = verdictOf(row);
    return namedRow(row, verdict === 'ok' ? 'ok' : verdict === 'held' ? 'open' : 'refused');
  };
  const context: AuthorityContext = {
    rosterAt,
    ownerAt: (header, id) => ownerNamed(lookup, header, id),
    offerAt: (header, id) => offerNamed(lookup, header, id),
  };
  const verdictOf = (row: ChgRow): Verdict => {
    const known = verdicts.get(row.n);
    if (known) return known;
    const { header, payload } = decodeRow(row);
    const verdict = judge(header, payload, context);
    verdicts.set(row.n, verdict);
    return verdict;
  };
  for (const row of rows) if (judged(row)) verdictOf(row);
  return verdicts;
}

const judged = (row: ChgRow): boolean => !isSpoilt(row) && !isSetAside(row);
