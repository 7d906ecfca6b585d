import { get } from '#core/changes/statements.ts';
import type { HomeContext } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { type PeerState, readPeers, waitingFor } from '#core/exchange/peer-state.ts';
import type { ExchangeStatus } from '#shared/contract/exchange.ts';

const clockWords = ['unknown', 'unchecked', 'checked', 'confirmed'] as const;

/** Counts only: who exchanges bundles need not be able to read what is in them. */
export function exchangeStatus({ home, services }: HomeContext): ExchangeStatus {
  const { raw } = home.store;
  const self = home.rosters.self();
  // `code IS NOT NULL` is what lets the small index of the changes not accepted be used.
  const count = (sql: string): number => get<{ n: number }>(raw, sql)?.n ?? 0;
  return {
    node: self.node,
    device: toHex(self.device),
    peers: readPeers(raw).map((peer) => statusOf(home, peer, services.ports.now())),
    conflicts: count('SELECT count(*) AS n FROM val WHERE heads > 1'),
    quarantined: count("SELECT count(*) AS n FROM chg WHERE verdict = 'quarantined' AND code IS NOT NULL"),
    held: count("SELECT count(*) AS n FROM chg WHERE verdict = 'held' AND code IS NOT NULL"),
    clock: clockWords[get<{ quality: number }>(raw, 'SELECT quality FROM clock')?.quality ?? 0] ?? 'unknown',
  };
}

function statusOf(home: HomeContext['home'], peer: PeerState, now: number): ExchangeStatus['peers'][number] {
  const { waiting, unsent } = waitingFor(home.store.raw, peer);
  const received = peer.in_at === null ? null : { number: peer.in_bn, at: peer.in_at };
  return {
    node: peer.node,
    name: home.rosters.nodeName(peer.node),
    kind: home.rosters.current()?.nodesById.get(peer.node)?.kind ?? 'office',
    device: toHex(peer.dev),
    acked: peer.acked,
    waiting,
    unsent,
    lastBundle:
      peer.written_at === null ? null : { number: peer.bn, at: peer.written_at, file: peer.written_file ?? '' },
    lastConfirmedAt: peer.acked > 0 ? peer.acked_at : null,
    lastReceived: received,
    daysSinceReceived: received ? Math.max(0, Math.floor((now - Date.parse(received.at)) / 86_400_000)) : null,
    missing: peer.in_missing,
  };
}
