/**
 * @file A new version of the roster, which the directorate alone can sign. One that was restored may have issued versions
 * that it no longer knows: its offices bring back the newest, and until then nothing is issued over it.
 */
import { get, run } from '#core/changes/statements.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { readPeers } from './peer-state.ts';
import { nextRoster, type Roster, type RosterEntries, verifyRoster } from './roster.ts';
import type { RosterBook } from './roster-book.ts';

/** Whether this home holds the authority's key. */
export const isAuthority = (raw: SqliteDatabase): boolean => authorityKeys(raw) !== null;

/**
 * Whether a neighbour says that it holds a newer roster than we do: it comes with the next file from there. A home that
 * never went back has missed none, whatever others say.
 */
export function isRosterBehind(raw: SqliteDatabase, book: RosterBook): boolean {
  const roster = book.current();
  const lives = get<{ n: number }>(raw, 'SELECT count(*) AS n FROM inc')?.n ?? 0;
  if (!roster || lives < 2) return false;
  return readPeers(raw).some(
    (peer) => peer.roster > roster.version && roster.devicesById.get(toBase64Url(peer.dev))?.revoked === null,
  );
}

/**
 * Signs, stores and puts in force the version after the one held; links are left alone. Must run inside a transaction;
 * throws RangeError for entries that break a rule of the tree.
 */
export function issueRoster(raw: SqliteDatabase, book: RosterBook, entries: RosterEntries, wall: number): Roster {
  const held = book.current();
  const keys = authorityKeys(raw);
  if (!held || !keys) throw new Error('only the directorate issues a roster');
  const version = nextVersion(raw, book, held.version);
  const line = nextRoster(held, entries, Math.floor(wall), createSigner(keys.authority), version);
  const next = verifyRoster(line, keys.root);
  if (!next.ok) throw new Error('our own roster does not verify');
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', version, next.value.hash, line);
  run(raw, 'UPDATE self SET roster = ?', version);
  book.reload();
  return next.value;
}

/**
 * Whether a directorate that went back has neighbours that have not answered since. One of them may hold a roster that was
 * lost here; what need not be issued now waits for it. Whoever issues one all the same has decided that.
 */
export function isRosterInDoubt(raw: SqliteDatabase, book: RosterBook): boolean {
  const roster = book.current();
  if (!roster || issuerOf(raw) === book.self().incarnation) return false;
  return readPeers(raw).some(
    ({ dev, node, acked }) =>
      acked === 0 &&
      roster.nodesById.get(node)?.parent === book.self().node &&
      roster.devicesById.get(toBase64Url(dev))?.revoked === null,
  );
}

/** Numbers that a former life may have used are left out, where nobody has told us yet which they are. */
const leapAfterRestore = 1000;

function nextVersion(raw: SqliteDatabase, book: RosterBook, held: number): number {
  const { incarnation } = book.self();
  const issuer = issuerOf(raw);
  run(
    raw,
    "INSERT INTO setting (name, value) VALUES ('roster-issued-in', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    incarnation,
  );
  return held + (incarnation === issuer ? 1 : leapAfterRestore);
}

/** The life that issued the newest roster of ours; in hex. */
function issuerOf(raw: SqliteDatabase): string {
  const noted = get<{ value: string }>(raw, "SELECT value FROM setting WHERE name = 'roster-issued-in'")?.value;
  const first = get<{ inc: Uint8Array }>(raw, 'SELECT inc FROM inc ORDER BY ordinal LIMIT 1');
  return noted ?? toHex(first?.inc ?? new Uint8Array());
}

function authorityKeys(raw: SqliteDatabase): { readonly authority: Uint8Array; readonly root: Uint8Array } | null {
  const keys = get<{ authority_key: Uint8Array | null; root_public: Uint8Array | null }>(
    raw,
    'SELECT authority_key, root_public FROM self',
  );
  return keys?.authority_key && keys.root_public ? { authority: keys.authority_key, root: keys.root_public } : null;
}
