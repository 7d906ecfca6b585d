/** @file What a file for a peer would hold, as people are told before it is written: how much goes, how much stays. */
import { lastPosition } from '#core/changes/link-log.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { all, get } from '#core/changes/statements.ts';
import type { Handler } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { limits } from '#core/changes/limits.ts';
import { blobsWaiting } from '#core/exchange/blob-queue.ts';
import { padmeLength } from '#core/exchange/padme.ts';
import { readPeer, waitingFor } from '#core/exchange/peer-state.ts';
import { choosePeer } from '#core/features/exchange/write-bundle.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

export const contentsFor: Handler<'sticks.contents'> = async (context, input) => {
  const { home } = context;
  const { raw } = home.store;
  const self = home.rosters.self();
  if (self.roster === 0) return err(refusal('node/not-enrolled', {}));
  const device = choosePeer(context, input.peer);
  if (!device.ok) return device;
  const peer = readPeer(raw, device.value);
  if (!peer) return err(refusal('exchange/no-peer', {}));
  const last = lastPosition(raw, peer.dev).k;
  const types = all<{ type: string; records: number; goes: number; stays: number }>(
    raw,
    `SELECT c.at AS type, count(DISTINCT c.agg) AS records, sum(l.bare = 0 AND c.pay IS NOT NULL) AS goes,
       sum(l.bare = 1 AND c.pay IS NOT NULL) AS stays
     FROM link_out l JOIN chg c ON c.n = l.n WHERE l.peer = ? AND l.k > ? AND l.k <= ? GROUP BY c.at ORDER BY c.at`,
    peer.dev,
    peer.acked,
    last,
  );
  const sum = get<{ bytes: number | null; oldest: string | null }>(
    raw,
    `SELECT sum(length(c.hdr) + length(c.sig) + CASE l.bare WHEN 0 THEN coalesce(length(c.pay), 0) ELSE 0 END) AS bytes,
       min(c.hlc) AS oldest
     FROM link_out l JOIN chg c ON c.n = l.n WHERE l.peer = ? AND l.k > ? AND l.k <= ?`,
    peer.dev,
    peer.acked,
    last,
  );
  const attachments = blobsWaiting(raw, peer.dev);
  const text = (sum?.bytes ?? 0) * compressedShare;
  return ok({
    from: home.rosters.nodeName(self.node),
    peer: {
      device: toHex(peer.dev),
      node: peer.node,
      name: home.rosters.nodeName(peer.node),
      kind: home.rosters.current()?.nodesById.get(peer.node)?.kind ?? 'office',
    },
    changes: last - peer.acked,
    unsent: waitingFor(raw, peer).unsent,
    since: sum?.oldest ? hlcToMoment(sum.oldest) : null,
    roughBytes: Math.max(limits.smallestBundleBytes, padmeLength(Math.ceil(text) + attachments.bytes)),
    attachments: { ...attachments },
    types,
    local: get<{ n: number }>(raw, 'SELECT count(*) AS n FROM local_value WHERE v IS NOT NULL')?.n ?? 0,
  });
};

/** Of the bytes of changes with Arabic text, measured as a quarter, taken as a third to be safe. */
const compressedShare = 1 / 3;
