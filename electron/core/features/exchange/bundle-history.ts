/** @file Every file that was written or taken in here, and the paper that goes with one. */
import type { Handler } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { type PeerState, readPeers } from '#core/exchange/peer-state.ts';
import { listSpool, findWritten, type SpoolRow } from '#core/exchange/spool-history.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

export const listHistory: Handler<'exchange.history'> = async ({ home }, { offset, limit, ...filter }) => {
  const { rows, total } = listSpool(home.store.raw, filter, offset, limit);
  const peers = new Map(readPeers(home.store.raw).map((peer) => [toHex(peer.dev), peer]));
  return ok({
    total,
    rows: rows.map((row) => {
      const peer = row.peer ? (peers.get(toHex(row.peer)) ?? null) : null;
      return {
        id: row.n,
        direction: row.direction,
        at: row.at,
        file: row.file,
        bytes: row.bytes,
        node: peer?.node ?? null,
        peerName: row.peer ? home.rosters.nodeName(peer?.node ?? null) : null,
        bundleNumber: row.bn,
        verdict: row.verdict,
        code: row.code,
        changes: row.changes,
        positions: positionsOf(row),
        blobParts: row.parts,
        sha: toHex(row.sha),
        confirmed: row.direction === 'out' && peer ? isConfirmed(row, peer) : null,
      };
    }),
  });
};

/** Only a file written here has a paper: whoever received it has ours. */
export const readWaybill: Handler<'exchange.waybill'> = async ({ home, services }, { node, bundleNumber }) => {
  const row = findWritten(home.store.raw, node, bundleNumber);
  const positions = row ? positionsOf(row) : null;
  if (!row || !positions) return err(refusal('exchange/no-such-file', {}));
  const { rosters } = home;
  const place = (of: string) => ({
    name: rosters.nodeName(of),
    code: rosters.current()?.nodesById.get(of)?.code ?? null,
  });
  return ok({
    from: place(rosters.self().node),
    to: place(node),
    bundleNumber,
    positions,
    file: row.file,
    bytes: row.bytes,
    sha: toHex(row.sha),
    at: row.at,
    changes: row.changes,
    blobParts: row.parts,
    roster: rosters.current()?.version ?? 0,
    appVersion: services.ports.settings.appVersion,
  });
};

const positionsOf = ({ epoch, a, b }: SpoolRow): { epoch: number; from: number; to: number } | null =>
  epoch === null || a === null || b === null ? null : { epoch, from: a, to: b };

/** Nothing is confirmed but by the other side's word; positions of a link that began anew say nothing any more. */
function isConfirmed({ epoch, b }: SpoolRow, peer: PeerState): boolean | null {
  if (epoch === null || b === null || epoch !== peer.out_epoch_n) return null;
  return b <= peer.acked;
}
