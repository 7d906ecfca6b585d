/** @file The state of one link as the store has it (docs/bundle-format.md, links). */
import { hashAt, lastPosition } from '#core/changes/link-log.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { bytesEqual, fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { BundleAck, BundleHeader, Reject, WireEpoch } from './bundle-format.ts';
import { type LinkEpoch, linkStart } from './link.ts';

export type PeerState = {
  readonly dev: Uint8Array;
  readonly node: string;
  readonly out_epoch_n: number;
  readonly out_epoch_r: Uint8Array;
  readonly acked: number;
  readonly acked_bn: number;
  readonly acked_at: string | null;
  readonly bn: number;
  readonly sent_to: number;
  readonly written_at: string | null;
  readonly written_file: string | null;
  readonly in_epoch_n: number | null;
  readonly in_epoch_r: Uint8Array | null;
  readonly in_k: number;
  readonly in_h: Uint8Array | null;
  readonly in_bn: number;
  readonly in_at: string | null;
  readonly in_missing: number | null;
  /** Roster version it is known to hold. */
  readonly roster: number;
  /** Incarnation its newest bundle came from. */
  readonly in_inc: Uint8Array | null;
  /** Position on our link to it up to which the directorate holds what must go there, as far as it has told us. */
  readonly national: number;
  /** Our clock less the time it signed, when its newest bundle was taken in; told by the parent alone. */
  readonly clock_offset_ms: number | null;
  /** Version of its program, as its last file said. */
  readonly app: string | null;
  /** The newest change here when it was last found to have left a history: what came from it up to there it may lack. */
  readonly astray: number;
};

export const readPeer = (raw: SqliteDatabase, dev: Uint8Array): PeerState | undefined =>
  get<PeerState>(raw, 'SELECT * FROM peer WHERE dev = ?', dev);

export const readPeers = (raw: SqliteDatabase): PeerState[] => all<PeerState>(raw, 'SELECT * FROM peer ORDER BY dev');

export type AckOutcome = {
  /** It held more before: it was restored. */
  readonly regressed: boolean;
  /** The number of an epoch of ours under which it holds what we do not: we were rolled back. */
  readonly past: number | null;
};

/**
 * Takes the other side's word for what it holds of ours. Only the ack of the highest bundle number of its newest epoch
 * counts (`order` against the one in force), and it may go back: a peer that was restored asks again for what it lost.
 */
export function takeAck(
  raw: SqliteDatabase,
  peer: PeerState,
  header: BundleHeader,
  order: number,
  at: string,
): AckOutcome {
  const nothing = { regressed: false, past: null };
  if (order < 0 || (order === 0 && header.bn < peer.acked_bn)) return nothing;
  const { ack } = header;
  // What no link can have reached is no evidence.
  if (ack !== null && Math.max(ack.epoch.n, ack.bnSeen) > highestCredible) return nothing;
  const position = ackedPosition(raw, peer, ack);
  if (position === null) {
    const shown = ack?.bnSeen ?? 0;
    run(raw, 'UPDATE peer SET acked_bn = ?, bn = max(bn, ?) WHERE dev = ?', header.bn, shown, peer.dev);
    return { regressed: false, past: ack?.epoch.n ?? null };
  }
  run(
    raw,
    'UPDATE peer SET acked = ?, acked_bn = ?, acked_at = ?, national = ? WHERE dev = ?',
    position,
    header.bn,
    at,
    Math.min(position, ack?.nationalHoldsUpTo ?? 0),
    peer.dev,
  );
  for (const reject of ack?.rejects ?? []) keepReject(raw, peer.dev, reject);
  return { regressed: position < peer.acked, past: null };
}

const highestCredible = 2 ** 40;

/** Null: the peer holds what we have never sent, as far as we know. */
function ackedPosition(raw: SqliteDatabase, peer: PeerState, ack: BundleAck | null): number | null {
  if (ack === null) return 0;
  const epoch = { n: ack.epoch.n, r: fromBase64Url(ack.epoch.r) ?? new Uint8Array(8) };
  const order = compareEpochs(epoch, { n: peer.out_epoch_n, r: peer.out_epoch_r });
  if (order < 0) return 0;
  if (order > 0 || ack.bnSeen > peer.bn) return null;
  const hash = hashAt(raw, peer.dev, ack.k);
  const theirs = fromBase64Url(ack.H);
  return hash !== null && theirs !== null && bytesEqual(hash, theirs) ? ack.k : null;
}

/** Nothing is noted of changes that never went to the peer: it would be a way to fill our store. */
export function keepReject(raw: SqliteDatabase, peer: Uint8Array, { id, code }: Reject): void {
  const bytes = fromBase64Url(id);
  if (!bytes) return;
  run(
    raw,
    `INSERT OR REPLACE INTO reject (peer, id, code) SELECT l.peer, c.id, ? FROM chg c JOIN link_out l ON l.n = c.n
     WHERE c.id16 = ? AND c.id = ? AND l.peer = ? LIMIT 1`,
    code,
    bytes.subarray(0, 16),
    bytes,
    peer,
  );
}

/** What we have durably taken from the peer's link; null when nothing came yet. `national`: see nationalFor. */
export function ackFor(peer: PeerState, rejects: readonly Reject[], national: number | null): BundleAck | null {
  if (peer.in_epoch_n === null || peer.in_epoch_r === null || peer.in_h === null) return null;
  return {
    epoch: { n: peer.in_epoch_n, r: toBase64Url(peer.in_epoch_r) },
    k: peer.in_k,
    H: toBase64Url(peer.in_h),
    bnSeen: peer.in_bn,
    rejects,
    nationalHoldsUpTo: national,
  };
}

export type Incoming = {
  /** Of the bundle's epoch against the one in force: negative older, positive newer. */
  readonly order: number;
  /** Position and hash before this bundle; null: its epoch is older than the one in force, positions are ignored. */
  readonly at: { readonly k: number; readonly h: Uint8Array } | null;
  readonly epoch: LinkEpoch;
};

/** Where the incoming link stands for a bundle: a greater epoch starts anew at position 0. */
export function incomingPosition(peer: PeerState, header: BundleHeader, self: Uint8Array): Incoming {
  const epoch = { n: header.epoch.n, r: fromBase64Url(header.epoch.r) ?? new Uint8Array(8) };
  const start = { k: 0, h: linkStart(epoch, peer.dev, self) };
  const held = peer.in_epoch_n === null || peer.in_epoch_r === null ? null : { n: peer.in_epoch_n, r: peer.in_epoch_r };
  const order = held === null ? 1 : compareEpochs(epoch, held);
  if (order > 0) return { order, epoch, at: start };
  return { order, epoch, at: order === 0 && peer.in_h ? { k: peer.in_k, h: peer.in_h } : null };
}

export const compareEpochs = (a: LinkEpoch, b: LinkEpoch): number => a.n - b.n || Buffer.compare(a.r, b.r);

export const wireEpoch = (peer: PeerState): WireEpoch => ({ n: peer.out_epoch_n, r: toBase64Url(peer.out_epoch_r) });

/** Changes on the link that the other side has not confirmed, and those of them in no bundle yet. */
export function waitingFor(raw: SqliteDatabase, peer: PeerState): { waiting: number; unsent: number } {
  const { k } = lastPosition(raw, peer.dev);
  return { waiting: k - peer.acked, unsent: Math.max(0, k - Math.max(peer.acked, peer.sent_to)) };
}
