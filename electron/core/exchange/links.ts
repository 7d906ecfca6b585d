/** @file Opening and renewing the link to a device: changes are written to it from then on, and what is there goes first. */
import { createLinkLog } from '#core/changes/link-log.ts';
import { movesRecord } from '#core/changes/authority-moves.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns, decodeRow } from '#core/changes/stored.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { createParticipants } from '#core/changes/participants.ts';
import { bytesEqual, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { type PeerState, readPeer, readPeers } from './peer-state.ts';
import { devicesOf, nextHop, type Roster } from './roster.ts';
import type { RosterBook } from './roster-book.ts';

export type NewPeer = {
  readonly dev: Uint8Array;
  readonly node: string;
  /** Roster version it is known to hold. */
  readonly roster: number;
};

/** Must run inside a transaction, after the roster that lists the device was stored. */
export function openLink(raw: SqliteDatabase, book: RosterBook, peer: NewPeer): void {
  run(
    raw,
    `INSERT INTO peer (dev, node, out_epoch_n, out_epoch_r, acked, acked_bn, bn, sent_to, in_k, in_bn, roster)
     VALUES (?, ?, 1, ?, 0, 0, 0, 0, 0, 0, ?)`,
    peer.dev,
    peer.node,
    randomBytes(8),
    peer.roster,
  );
  book.reload();
  fillLink(raw, book, peer.dev);
}

/** Nodes that exchange bundles as a matter of course: the parent and those right below. */
export const isNeighbour = (roster: Pick<Roster, 'nodesById'>, self: string, node: string): boolean =>
  roster.nodesById.get(self)?.parent === node || roster.nodesById.get(node)?.parent === self;

/**
 * Devices that a file can be written for: those of a node, or the one of a device id in hex, anywhere in the tree; null:
 * those of the neighbours we have links to.
 */
export function devicesFor(
  raw: SqliteDatabase,
  book: RosterBook,
  wanted: string | null,
): Pick<NewPeer, 'dev' | 'node'>[] {
  const roster = book.current();
  const { device, node } = book.self();
  if (!roster) return [];
  const linked = new Set(readPeers(raw).map(({ dev }) => toHex(dev)));
  return roster.devices
    .filter(({ revoked }) => revoked === null)
    .map(({ cert }) => ({ dev: wireToBytes(cert.dev), node: cert.node }))
    .filter((one) => {
      const name = toHex(one.dev);
      if (bytesEqual(one.dev, device)) return false;
      return wanted === null
        ? linked.has(name) && isNeighbour(roster, node, one.node)
        : [one.node, name].includes(wanted);
    });
}

/**
 * The link to a device, opened where there is none yet: a stick between two that are no neighbours needs no more than
 * both being certified. What goes on it is what the other end may hold anyway. Must run inside a transaction.
 */
export function linkTo(raw: SqliteDatabase, book: RosterBook, peer: NewPeer): PeerState {
  if (!readPeer(raw, peer.dev)) openLink(raw, book, peer);
  const opened = readPeer(raw, peer.dev);
  if (!opened) throw new Error('a link that was just opened is not there');
  return opened;
}

/**
 * After a roster came into force: opens the links to neighbours that are new, and where a node was moved puts on the way
 * to it what was not sent that way before. Links to those who are neighbours no more stay as they are: nothing is put on
 * them, and what still comes from them is taken in. Must run inside a transaction.
 */
export function followRoster(raw: SqliteDatabase, book: RosterBook, before: Roster | null): void {
  const roster = book.current();
  if (!roster) return;
  const parent = roster.nodesById.get(book.self().node)?.parent ?? null;
  if (parent !== book.self().parent) {
    run(raw, 'UPDATE self SET parent = ?', parent);
    book.reload();
  }
  const self = book.self().node;
  for (const node of roster.nodes) {
    if (!isNeighbour(roster, self, node.id)) continue;
    for (const { cert } of devicesOf(roster, node.id)) {
      const dev = wireToBytes(cert.dev);
      // The directorate makes the rosters.
      const holds = node.parent === null ? roster.version : cert.from;
      if (!readPeer(raw, dev)) openLink(raw, book, { dev, node: node.id, roster: holds });
    }
  }
  const moved = roster.nodes.filter(({ id, parent }) => (before?.nodesById.get(id)?.parent ?? parent) !== parent);
  // Where we were moved ourselves, the way to ourselves is through the new parent, whom a stick may have met before.
  const hops = new Set(moved.flatMap(({ id }) => (id === self ? parent : nextHop(roster, self, id)) ?? []));
  for (const { dev, node } of readPeers(raw)) if (hops.has(node)) fillLink(raw, book, dev);
}

/**
 * Begins a new epoch, beyond ours and beyond `shown`, and puts everything on the link again, in local order. What came
 * from the peer goes too: it may have been restored since. Must run inside a transaction.
 */
export function renewLink(raw: SqliteDatabase, book: RosterBook, peer: Uint8Array, shown: number): void {
  run(raw, 'DELETE FROM link_out WHERE peer = ?', peer);
  run(
    raw,
    `UPDATE peer SET out_epoch_n = max(out_epoch_n, ?) + 1, out_epoch_r = ?, acked = 0, sent_to = 0, national = 0
     WHERE dev = ?`,
    shown,
    randomBytes(8),
    peer,
  );
  fillLink(raw, book, peer);
}

/**
 * Puts every change in the peer's audience on its link that is not there yet, in the order in which they came here, those
 * that came from the peer included. Of a record that was sent there once it also gets by whom it was passed on: what it
 * holds of it could not be judged without. Must run inside a transaction.
 */
export function fillLink(raw: SqliteDatabase, book: RosterBook, peer: Uint8Array): void {
  const links = createLinkLog(raw, (change) => {
    const { header } = change;
    const found = book.linkTargets(change).filter((target) => bytesEqual(target.peer, peer));
    if (found.length > 0 || !(header.own === null || movesRecord(header))) return found;
    return isRecordOnLink(raw, peer, wireToBytes(header.agg)) ? [{ peer, bare: header.aud === 'restricted' }] : [];
  });
  const participants = createParticipants(raw, book.rosterAt);
  for (let after = 0; ; ) {
    const rows = all<ChgRow>(
      raw,
      `SELECT ${chgColumns} FROM chg WHERE n > ? AND verdict = 'ok'
         AND NOT EXISTS (SELECT 1 FROM link_out l WHERE l.peer = ? AND l.n = chg.n) ORDER BY n LIMIT 1000`,
      after,
      peer,
    );
    for (const row of rows) {
      const { header, payload } = decodeRow(row);
      // One that passes the record on stands under the head that it ends, as when it came.
      const owner = header.own === null ? payload?.d.owner?.node : ownerNamed(raw, header.own);
      const also = participants.of(toBase64Url(row.id16), header);
      const hasPayload = payload !== null;
      links.enqueue({
        n: row.n,
        header,
        owner: typeof owner === 'string' ? owner : null,
        also,
        source: null,
        hasPayload,
      });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.n;
  }
}

const isRecordOnLink = (raw: SqliteDatabase, peer: Uint8Array, agg: Uint8Array): boolean =>
  get(
    raw,
    'SELECT 1 FROM chg c WHERE c.agg = ? AND EXISTS (SELECT 1 FROM link_out l WHERE l.n = c.n AND l.peer = ?) LIMIT 1',
    agg,
    peer,
  ) !== undefined;

function ownerNamed(raw: SqliteDatabase, own: string | null): unknown {
  if (own === null) return null;
  const [row] = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE id16 = ?`, wireToBytes(own));
  return row ? decodeRow(row).payload?.d.owner?.node : null;
}
