/**
 * @file The incoming side of a link (docs/bundle-format.md, section 3): how far it has come, what came beyond a gap, and
 * whether two histories stand under one name.
 */
import { all, get, run } from '#core/changes/statements.ts';
import { bytesEqual, fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { BundleHeader } from './bundle-format.ts';
import type { BundleEnd } from './bundle-reader.ts';
import { type Incoming, type PeerState, readPeers } from './peer-state.ts';
import type { SelfInfo } from './roster-book.ts';

export type Position = { readonly k: number; readonly h: Uint8Array };

export type Arrival = {
  /** Where the link stands after this bundle. */
  readonly at: Position;
  /** The bundle begins beyond that: a file before it has not come. */
  readonly gap: boolean;
  /** It does not lead through the hashes held here, or names ids that do not lead to its own hash. */
  readonly fork: boolean;
  /** Positions that came beyond a gap; the first of them came without its change. */
  readonly beyond: readonly Position[];
};

export type Track = {
  /** `linkHashes`: as the section's changes make them. `news`: it brought changes that were not here. */
  pass(section: { readonly linkHashes: readonly Uint8Array[] }, news: boolean): void;
  end(end: BundleEnd): Arrival;
};

/**
 * Follows the link through the sections that came. The position moves only along hashes held here: a bundle that covers
 * one of them must lead through it, else the two logs have forked.
 */
export function createTrack(raw: SqliteDatabase, peer: PeerState, header: BundleHeader, link: Incoming): Track {
  const start = link.at;
  const held = start === null ? new Map<number, Uint8Array>() : heldHashes(raw, peer.dev, header, link);
  if (start) held.set(start.k, start.h);
  const gap = start !== null && header.a - 1 > start.k;
  const beyond: Position[] = [];
  let at: Position = { k: header.a - 1, h: Buffer.from(header.Ha, 'base64url') };
  let met = false;
  let differs = false;
  const compare = (): void => {
    const hash = held.get(at.k);
    if (hash && !bytesEqual(hash, at.h)) differs = true;
    if (at.k === start?.k) met = true;
    if (gap && beyond.length < mostBeyond) beyond.push(at);
  };
  compare();
  return {
    pass: ({ linkHashes }, news) => {
      for (const h of linkHashes) {
        at = { k: at.k + 1, h };
        compare();
      }
      // All up to the position is here: what is not stood in another log, though no hash kept here shows it.
      if (news && start && at.k <= start.k) differs = true;
    },
    end: ({ linkFollows }) => {
      if (!start) return { at: { k: 0, h: new Uint8Array(0) }, gap: false, fork: false, beyond: [] };
      const fork = differs || linkFollows === false;
      const moves = met && !fork && at.k > start.k;
      return { at: moves ? at : start, gap, fork, beyond: fork ? [] : beyond };
    },
  };
}

/**
 * Stores how far the peer's link has come. A greater epoch is taken over at once, at its beginning where that has not
 * come yet; an older one moves nothing.
 */
export function arrive(
  raw: SqliteDatabase,
  peer: PeerState,
  link: Incoming,
  header: BundleHeader,
  arrival: Arrival,
  at: string,
): void {
  if (link.order < 0) return;
  const later = link.order > 0;
  if (later) {
    run(raw, 'DELETE FROM link_in WHERE peer = ?', peer.dev);
    run(raw, 'DELETE FROM bundle_in WHERE peer = ?', peer.dev);
  }
  keepBundleId(raw, peer.dev, header);
  keepBeyond(raw, peer.dev, arrival);
  const reached = catchUp(raw, peer.dev, later ? 0 : peer.in_k, arrival.at);
  const newest = later || header.bn > peer.in_bn;
  const before = later ? 0 : peer.in_bn;
  const missing = later ? null : peer.in_missing;
  // An old file that comes again says nothing of the one that is missing.
  const closed = !arrival.gap && (newest || (reached.k > peer.in_k && !isAnythingBeyond(raw, peer.dev, reached.k)));
  run(
    raw,
    `UPDATE peer SET in_epoch_n = ?, in_epoch_r = ?, in_k = ?, in_h = ?, in_bn = ?, in_at = ?, in_missing = ?,
       in_inc = ?, roster = ? WHERE dev = ?`,
    link.epoch.n,
    link.epoch.r,
    reached.k,
    reached.h,
    newest ? header.bn : peer.in_bn,
    at,
    closed ? null : arrival.gap && header.bn > before + 1 ? before + 1 : missing,
    newest ? fromBase64Url(header.from.inc) : peer.in_inc,
    // A peer that went back may hold an older roster than before, and its numbers may have begun anew.
    newest || arrival.fork ? rosterHeld(raw, header.roster) : peer.roster,
    peer.dev,
  );
}

/** A list of the same number that is not ours was signed by a life that did not know of the other: it lacks ours. */
function rosterHeld(raw: SqliteDatabase, { ver, hash }: BundleHeader['roster']): number {
  const own = get<{ hash: Uint8Array }>(raw, 'SELECT hash FROM roster WHERE version = ?', ver);
  return own === undefined || toBase64Url(own.hash) === hash ? ver : ver - 1;
}

/** Whether another bundle of this number and epoch has come before. */
export function isNumberReused(raw: SqliteDatabase, peer: PeerState, link: Incoming, header: BundleHeader): boolean {
  if (link.order !== 0) return false;
  const row = get<{ id: Uint8Array }>(raw, 'SELECT id FROM bundle_in WHERE peer = ? AND bn = ?', peer.dev, header.bn);
  return row !== undefined && !bytesEqual(row.id, Buffer.from(header.id, 'base64url'));
}

/**
 * Up to which position of a child's link the directorate holds everything that must go there; null for other neighbours.
 * A department knows it from what the directorate confirmed of its own link up.
 */
export function nationalFor(raw: SqliteDatabase, self: SelfInfo, peer: PeerState): number | null {
  if (self.kind === 'directorate') return peer.in_k;
  if (peer.node === self.parent || peer.node === self.node) return null;
  const parent = readPeers(raw).find(({ node }) => node === self.parent);
  return parent ? heldAbove(raw, peer, parent) : null;
}

/** Bundles end at known numbers of the change log; the last that ends before everything not yet held above counts. */
function heldAbove(raw: SqliteDatabase, peer: PeerState, parent: PeerState): number {
  const open = get<{ n: number | null }>(
    raw,
    `SELECT min(n) AS n FROM (
       SELECT min(n) AS n FROM link_out WHERE peer = ? AND k > ?
       UNION ALL SELECT min(n) FROM chg WHERE verdict = 'held' AND code IS NOT NULL)`,
    parent.dev,
    parent.national,
  )?.n;
  const row = get<{ k: number | null }>(
    raw,
    'SELECT max(k) AS k FROM link_in WHERE peer = ? AND k <= ? AND n < ?',
    peer.dev,
    peer.in_k,
    open ?? Number.MAX_SAFE_INTEGER,
  );
  return row?.k ?? 0;
}

/** Positions kept beyond gaps, for each peer; what finds no room comes again. */
const mostBeyond = 20_000;
/** Ends of bundles and their ids that are kept for comparison. */
const mostKept = 1000;

function heldHashes(
  raw: SqliteDatabase,
  peer: Uint8Array,
  header: BundleHeader,
  link: Incoming,
): Map<number, Uint8Array> {
  if (link.order !== 0) return new Map();
  const rows = all<Position>(
    raw,
    'SELECT k, h FROM link_in WHERE peer = ? AND k BETWEEN ? AND ?',
    peer,
    header.a - 1,
    header.b,
  );
  return new Map(rows.map(({ k, h }) => [k, h]));
}

function keepBundleId(raw: SqliteDatabase, peer: Uint8Array, { bn, id }: BundleHeader): void {
  run(raw, 'INSERT OR IGNORE INTO bundle_in (peer, bn, id) VALUES (?, ?, ?)', peer, bn, Buffer.from(id, 'base64url'));
  run(raw, 'DELETE FROM bundle_in WHERE peer = ? AND bn <= ?', peer, bn - mostKept);
}

function keepBeyond(raw: SqliteDatabase, peer: Uint8Array, { beyond }: Arrival): void {
  if (beyond.length === 0) return;
  const kept = get<{ n: number }>(raw, 'SELECT count(*) AS n FROM link_in WHERE peer = ?', peer)?.n ?? 0;
  if (kept + beyond.length > mostBeyond + mostKept) return;
  const n = lastChange(raw);
  beyond.forEach(({ k, h }, i) => {
    run(
      raw,
      `INSERT INTO link_in (peer, k, h, got, n) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET got = max(got, excluded.got)`,
      peer,
      k,
      h,
      i === 0 ? 0 : 1,
      n,
    );
  });
}

/** From a position that was reached, past everything that came before it did. */
function catchUp(raw: SqliteDatabase, peer: Uint8Array, from: number, reached: Position): Position {
  if (reached.k <= from) return reached;
  let end = reached;
  for (const row of rowsAfter(raw, peer, reached.k)) {
    if (row.k !== end.k + 1 || row.got === 0) break;
    end = { k: row.k, h: row.h };
  }
  run(raw, 'DELETE FROM link_in WHERE peer = ? AND k > ? AND k <= ?', peer, from, end.k);
  run(raw, 'INSERT INTO link_in (peer, k, h, got, n) VALUES (?, ?, ?, 1, ?)', peer, end.k, end.h, lastChange(raw));
  run(
    raw,
    `DELETE FROM link_in WHERE peer = ? AND k <
       (SELECT k FROM link_in WHERE peer = ? AND k <= ? ORDER BY k DESC LIMIT 1 OFFSET ${mostKept})`,
    peer,
    peer,
    end.k,
  );
  return end;
}

/** All at once: the table is written right after. */
const rowsAfter = (raw: SqliteDatabase, peer: Uint8Array, k: number): (Position & { readonly got: number })[] =>
  all(raw, 'SELECT k, h, got FROM link_in WHERE peer = ? AND k > ? ORDER BY k', peer, k);

const isAnythingBeyond = (raw: SqliteDatabase, peer: Uint8Array, k: number): boolean =>
  get(raw, 'SELECT 1 FROM link_in WHERE peer = ? AND k > ? LIMIT 1', peer, k) !== undefined;

/** Number of the newest row of the change log. */
export const lastChange = (raw: SqliteDatabase): number =>
  get<{ n: number | null }>(raw, 'SELECT max(n) AS n FROM chg')?.n ?? 0;
