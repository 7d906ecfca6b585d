/**
 * @file The outgoing side of each link: change ids in local arrival order with a running hash (docs/bundle-format.md).
 * A change that is passed on gets a position of this node's own, so a relay never forgets to send it on.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { linkStart, linkStep } from '#core/exchange/link.ts';
import type { ChangeHeader } from './change.ts';
import { get, run } from './statements.ts';

export type LinkTarget = {
  /** Device at the other end. */
  readonly peer: Uint8Array;
  /** Outside the audience: the header goes, a restricted payload stays. */
  readonly bare: boolean;
};

/** Which links a change goes to; null owner: a record type this program does not know. */
export type LinkTargets = (change: {
  readonly header: ChangeHeader;
  readonly owner: string | null;
  /** Nodes beside the owner that take part (participants.ts). */
  readonly also?: readonly string[];
}) => readonly LinkTarget[];

export type Routed = {
  readonly n: number;
  readonly header: ChangeHeader;
  readonly owner: string | null;
  readonly also?: readonly string[];
  readonly source: Uint8Array | null;
  /** Without its payload it goes bare, and once more when that has come. */
  readonly hasPayload: boolean;
};

export type LinkLog = {
  enqueue(change: Routed): void;
  /** As `enqueue`, on links that do not have the change yet, or have it without the payload that they may have now. */
  enqueueMissing(change: Routed): void;
};

export function createLinkLog(raw: SqliteDatabase, targets: LinkTargets): LinkLog {
  const ends = new Map<string, { k: number; h: Uint8Array }>();
  const append = (peer: Uint8Array, key: string, n: number, bare: boolean): void => {
    const end = ends.get(key) ?? lastPosition(raw, peer);
    const next = { k: end.k + 1, h: linkStep(end.h, changeIdAt(raw, n)) };
    run(
      raw,
      'INSERT INTO link_out (peer, k, n, h, bare) VALUES (?, ?, ?, ?, ?)',
      peer,
      next.k,
      n,
      next.h,
      bare ? 1 : 0,
    );
    ends.set(key, next);
  };
  return {
    enqueue({ n, header, owner, also, source, hasPayload }) {
      const found = targets({ header, owner, ...(also ? { also } : {}) });
      if (found.length === 0) return;
      const from = source ? toHex(source) : null;
      for (const { peer, bare } of found) {
        const key = toHex(peer);
        if (key !== from) append(peer, key, n, bare || !hasPayload);
      }
    },
    enqueueMissing({ n, header, owner, also, source, hasPayload }) {
      const from = source ? toHex(source) : null;
      for (const { peer, bare } of targets({ header, owner, ...(also ? { also } : {}) })) {
        const key = toHex(peer);
        const goesBare = bare || !hasPayload;
        if (key !== from && !isOnLink(raw, peer, n, goesBare)) append(peer, key, n, goesBare);
      }
    },
  };
}

/** Whether the link has the change, with its payload unless `bareWill` do. */
const isOnLink = (raw: SqliteDatabase, peer: Uint8Array, n: number, bareWill: boolean): boolean =>
  get(raw, `SELECT 1 FROM link_out WHERE peer = ? AND n = ? AND bare <= ? LIMIT 1`, peer, n, bareWill ? 1 : 0) !==
  undefined;

/** Position and hash at the end of a link; the start hash where nothing was sent yet. */
export function lastPosition(raw: SqliteDatabase, peer: Uint8Array): { k: number; h: Uint8Array } {
  const last = 'SELECT k, h FROM link_out WHERE peer = ? ORDER BY k DESC LIMIT 1';
  return get<{ k: number; h: Uint8Array }>(raw, last, peer) ?? { k: 0, h: startHash(raw, peer) };
}

/** Hash at a position; null when the log does not reach it. */
export function hashAt(raw: SqliteDatabase, peer: Uint8Array, k: number): Uint8Array | null {
  if (k === 0) return startHash(raw, peer);
  return get<{ h: Uint8Array }>(raw, 'SELECT h FROM link_out WHERE peer = ? AND k = ?', peer, k)?.h ?? null;
}

function startHash(raw: SqliteDatabase, peer: Uint8Array): Uint8Array {
  const row = get<{ n: number; r: Uint8Array; device: Uint8Array }>(
    raw,
    `SELECT p.out_epoch_n AS n, p.out_epoch_r AS r, s.device FROM peer p, self s WHERE p.dev = ?`,
    peer,
  );
  if (!row) throw new Error('no link to this device');
  return linkStart({ n: row.n, r: row.r }, row.device, peer);
}

function changeIdAt(raw: SqliteDatabase, n: number): Uint8Array {
  const row = get<{ id: Uint8Array }>(raw, 'SELECT id FROM chg WHERE n = ?', n);
  if (!row) throw new Error('a change without a row');
  return row.id;
}
