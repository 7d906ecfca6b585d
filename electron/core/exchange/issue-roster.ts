/**
 * @file A new version of the roster, which the directorate alone can sign. One that was restored may have issued versions
 * that it no longer knows: its offices bring back the newest, and until then nothing is issued over it.
 */
import { get, run } from '#core/changes/statements.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { nextCodeBeside } from '#shared/domain/office-code.ts';
import { readPeers } from './peer-state.ts';
import { lettersOf, nextRoster, nextSeries, pathOf, type Roster, type RosterEntries, verifyRoster } from './roster.ts';
import type { RosterNode } from './roster-form.ts';
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
  if (!held) throw new Error('only the directorate issues a roster');
  return sign(raw, book, { held, entries, wall, version: nextVersion(raw, book, held.version) });
}

/**
 * A directorate that went back and did not know it has signed versions beside those of its lost life. Both go on in one
 * that is beyond both, which every node takes: what either lists is listed, what either revoked is revoked. Letters of
 * incarnations are given out anew. Must run inside a transaction.
 */
export function joinLostRoster(raw: SqliteDatabase, book: RosterBook, lost: Roster): Roster {
  const held = book.current();
  if (!held) throw new Error('only the directorate issues a roster');
  const version = Math.max(held.version, lost.version) + leapAfterRestore;
  const wall = Math.max(held.wall, lost.wall);
  noteIssuer(raw, book);
  run(raw, `DELETE FROM setting WHERE name = '${seriesSeenUpTo}'`);
  return sign(raw, book, { held, entries: joined(lost, held), wall, version });
}

/** How far the letters of incarnations have been given out (series.ts). */
export const seriesSeenUpTo = 'series-seen-up-to';

/**
 * The lost life goes first: its neighbours have acted on it. An office whose code that life gave to another, and a machine
 * whose letter, get the next free one; what they have numbered meanwhile keeps its numbers.
 */
function joined(lost: Roster, own: Roster): RosterEntries {
  const nodes: RosterNode[] = [...lost.nodes];
  for (const node of own.nodes) {
    if (lost.nodesById.has(node.id)) continue;
    const taken = nodes.flatMap(({ code }) => code ?? []);
    const isTaken = node.code !== null && taken.includes(node.code);
    nodes.push(isTaken ? { ...node, code: nextCodeBeside(node.code ?? '', taken) } : node);
  }
  const tree = { nodesById: new Map(nodes.map((node) => [node.id, node])) };
  const devices = lost.devices.map((device) => {
    const revoked = device.revoked ?? own.devicesById.get(device.cert.dev)?.revoked ?? null;
    return { ...device, revoked };
  });
  for (const { cert, revoked } of own.devices) {
    if (lost.devicesById.has(cert.dev)) continue;
    const letters = devices.filter((one) => one.cert.node === cert.node).flatMap(lettersOf);
    const isTaken = cert.series !== null && letters.includes(cert.series);
    const series = isTaken ? nextSeries({ devices }, cert.node) : cert.series;
    devices.push({ cert: { ...cert, path: pathOf(tree, cert.node) ?? cert.path, series }, revoked, incs: [] });
  }
  return { nodes, devices };
}

type Signed = {
  readonly held: Roster;
  readonly entries: RosterEntries;
  readonly wall: number;
  readonly version: number;
};

function sign(raw: SqliteDatabase, book: RosterBook, { held, entries, wall, version }: Signed): Roster {
  const keys = authorityKeys(raw);
  if (!keys) throw new Error('only the directorate issues a roster');
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
  noteIssuer(raw, book);
  return held + (incarnation === issuer ? 1 : leapAfterRestore);
}

function noteIssuer(raw: SqliteDatabase, book: RosterBook): void {
  run(
    raw,
    "INSERT INTO setting (name, value) VALUES ('roster-issued-in', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    book.self().incarnation,
  );
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
