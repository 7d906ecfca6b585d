/** @file Every file that was written or taken in here, and the paper that goes with one. */
import type { Handler } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { type PeerState, readPeers } from '#core/exchange/peer-state.ts';
import { listSpool, readSpoolRow, type SpoolRow } from '#core/exchange/spool-history.ts';
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
export const readWaybill: Handler<'exchange.waybill'> = async ({ home, services }, { id }) => {
  const row = readSpoolRow(home.store.raw, id);
  const positions = row && row.direction === 'out' ? positionsOf(row) : null;
  if (!row || !positions || row.bn === null || row.peer === null) return err(refusal('exchange/no-such-file', {}));
  const { rosters } = home;
  const device = toHex(row.peer);
  const to = readPeers(home.store.raw).find((peer) => toHex(peer.dev) === device)?.node ?? null;
  const place = (node: string | null) => ({
    name: rosters.nodeName(node),
    code: node === null ? null : (rosters.current()?.nodesById.get(node)?.code ?? null),
  });
  return ok({
    from: place(rosters.self().node),
    to: place(to),
    bundleNumber: row.bn,
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
