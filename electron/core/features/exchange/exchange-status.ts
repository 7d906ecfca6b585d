import { all, get } from '#core/changes/statements.ts';
import type { HomeContext } from '#core/context.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { blobsWaitingByPeer } from '#core/exchange/blob-queue.ts';
import { type PeerState, readPeers, waitingFor } from '#core/exchange/peer-state.ts';
import { exchangeCodeOf } from '#shared/errors/exchange-codes.ts';
import type { ExchangeStatus } from '#shared/contract/exchange.ts';

type Home = HomeContext['home'];
type Raw = Home['store']['raw'];
type Peer = ExchangeStatus['peers'][number];

const clockWords = ['unknown', 'unchecked', 'checked', 'confirmed'] as const;

/** Counts only: who exchanges bundles need not be able to read what is in them. */
export function exchangeStatus({ home, services }: HomeContext): ExchangeStatus {
  const { raw } = home.store;
  const self = home.rosters.self();
  // `code IS NOT NULL` is what lets the small index of the changes not accepted be used.
  const count = (sql: string, ...values: string[]): number => get<{ n: number }>(raw, sql, ...values)?.n ?? 0;
  const about = gatherByPeer(raw);
  const peers = readPeers(raw).map((peer) => statusOf(home, peer, about, services.ports.now()));
  return {
    node: self.node,
    device: toHex(self.device),
    peers,
    conflicts: count(
      `SELECT count(*) AS n FROM val JOIN record ON record.id = val.agg
       WHERE val.heads > 1 AND (record.voided = 0 OR val.grp = 'void')`,
    ),
    quarantined: count("SELECT count(*) AS n FROM chg WHERE verdict = 'quarantined' AND code IS NOT NULL"),
    held: count("SELECT count(*) AS n FROM chg WHERE verdict = 'held' AND code IS NOT NULL"),
    clock: clockWords[get<{ quality: number }>(raw, 'SELECT quality FROM clock')?.quality ?? 0] ?? 'unknown',
    clockOffsetMs: peers.find(({ relation }) => relation === 'above')?.clockOffsetMs ?? null,
    roster: home.rosters.current()?.version ?? 0,
    appVersion: services.ports.settings.appVersion,
    incomplete: {
      stubs: count('SELECT count(*) AS n FROM record WHERE stub = 1'),
      // Only offices own records; above, most of what came is withheld for good.
      withheld:
        self.kind === 'office'
          ? count(
              `SELECT count(DISTINCT val.agg) AS n FROM val JOIN record ON record.id = val.agg
               WHERE val.state = 'withheld' AND record.owner = ?`,
              self.node,
            )
          : 0,
    },
    beyond: nodesBeyond(home, peers),
  };
}

/** What is counted for all peers at once: one question each, however many offices there are. */
type ByPeer = {
  readonly setAside: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<string, number>;
  readonly rejects: ReadonlyMap<string, Peer['setAsideThere']>;
  readonly attachments: ReadonlyMap<string, Peer['attachments']>;
  readonly restores: ReadonlyMap<string, number>;
  readonly forks: ReadonlyMap<string, number>;
  readonly clocks: ReadonlyMap<string, number>;
};

function gatherByPeer(raw: Raw): ByPeer {
  const counts = (sql: string): ReadonlyMap<string, number> =>
    new Map(all<{ peer: Uint8Array; n: number }>(raw, sql).map(({ peer, n }) => [toHex(peer), n]));
  const notAccepted = (verdict: string): string =>
    `SELECT src AS peer, count(*) AS n FROM chg WHERE verdict = '${verdict}' AND code IS NOT NULL AND src IS NOT NULL GROUP BY src`;
  const noticed = (kinds: string): string =>
    `SELECT peer, count(*) AS n FROM notice WHERE kind IN (${kinds}) AND peer IS NOT NULL GROUP BY peer`;
  return {
    setAside: counts(notAccepted('quarantined')),
    held: counts(notAccepted('held')),
    rejects: rejectsByPeer(raw),
    attachments: attachmentsByPeer(raw),
    restores: counts(noticed("'peer-restored'")),
    forks: counts(noticed("'fork', 'clone', 'seq-reused'")),
    clocks: counts(noticed("'clock-suspect'")),
  };
}

function rejectsByPeer(raw: Raw): ReadonlyMap<string, Peer['setAsideThere']> {
  const rows = all<{ peer: Uint8Array; code: number; n: number }>(
    raw,
    'SELECT peer, code, count(*) AS n FROM reject GROUP BY peer, code ORDER BY peer, code',
  );
  const byPeer = Map.groupBy(rows, ({ peer }) => toHex(peer));
  return new Map(
    [...byPeer].map(([peer, of]) => [
      peer,
      of.map(({ code, n }) => ({ code: exchangeCodeOf(code) ?? `code/${code}`, count: n })),
    ]),
  );
}

function attachmentsByPeer(raw: Raw): ReadonlyMap<string, Peer['attachments']> {
  return new Map([...blobsWaitingByPeer(raw)].map(([peer, { count, bytes }]) => [peer, { waiting: count, bytes }]));
}

function statusOf(home: Home, peer: PeerState, about: ByPeer, now: number): Peer {
  const { waiting, unsent } = waitingFor(home.store.raw, peer);
  const received = peer.in_at === null ? null : { number: peer.in_bn, at: peer.in_at };
  const device = toHex(peer.dev);
  const relation = relationTo(home, peer.node);
  return {
    node: peer.node,
    name: home.rosters.nodeName(peer.node),
    kind: home.rosters.current()?.nodesById.get(peer.node)?.kind ?? 'office',
    device,
    acked: peer.acked,
    waiting,
    unsent,
    lastBundle:
      peer.written_at === null ? null : { number: peer.bn, at: peer.written_at, file: peer.written_file ?? '' },
    lastConfirmedAt: peer.acked > 0 ? peer.acked_at : null,
    lastReceived: received,
    daysSinceReceived: received ? Math.max(0, Math.floor((now - Date.parse(received.at)) / 86_400_000)) : null,
    missing: peer.in_missing,
    relation,
    nationalHoldsUpTo: relation === 'above' && peer.national > 0 ? peer.national : null,
    attachments: about.attachments.get(device) ?? { waiting: 0, bytes: 0 },
    setAsideThere: about.rejects.get(device) ?? [],
    setAsideHere: about.setAside.get(device) ?? 0,
    heldHere: about.held.get(device) ?? 0,
    roster: peer.roster,
    appVersion: peer.app,
    clockOffsetMs: peer.clock_offset_ms,
    clockSuspect: about.clocks.has(device),
    restores: about.restores.get(device) ?? 0,
    forks: about.forks.get(device) ?? 0,
  };
}

function relationTo({ rosters }: Home, node: string): Peer['relation'] {
  const nodes = rosters.current()?.nodesById;
  const self = rosters.self().node;
  if (nodes?.get(self)?.parent === node) return 'above';
  return nodes?.get(node)?.parent === self ? 'below' : 'beside';
}

/** Nodes below us that are no neighbours: a department carries for them. */
function nodesBeyond({ rosters }: Home, peers: readonly Peer[]): ExchangeStatus['beyond'] {
  const roster = rosters.current();
  const self = rosters.self().node;
  if (!roster) return [];
  const near = new Set([self, ...peers.map(({ node }) => node)]);
  const isBelow = (node: string): boolean => {
    for (
      let at = roster.nodesById.get(node)?.parent ?? null;
      at !== null;
      at = roster.nodesById.get(at)?.parent ?? null
    ) {
      if (at === self) return true;
    }
    return false;
  };
  return [...roster.nodesById.values()]
    .filter(({ id }) => !near.has(id) && isBelow(id))
    .map(({ id, kind, parent }) => ({
      node: id,
      name: rosters.nodeName(id),
      kind,
      via: rosters.nodeName(parent),
    }));
}
