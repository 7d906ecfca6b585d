import type { ExchangeStatus } from '#shared/contract/exchange.ts';
import { ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

type Peer = Pick<ExchangeStatus['peers'][number], 'node' | 'acked' | 'waiting' | 'lastBundle' | 'missing'>;
type Status = Pick<ExchangeStatus, 'node' | 'device' | 'conflicts' | 'quarantined' | 'clock'> & {
  readonly peers: readonly Peer[];
};

/** This node and what is under way to and from its peers. */
export const statusCommand = command<Status>({
  name: 'status',
  synopsis: 'status',
  summary: (words) => words.t('cli:command.status'),
  options: [],
  run: (context) => {
    noArguments(context.rest);
    return withSession(context, async ({ call }) => {
      const status = await call('exchange.status', {});
      if (!status.ok) return status;
      const { node, device, peers, conflicts, quarantined, clock } = status.value;
      return ok({ node, device, peers: peers.map(toPeer), conflicts, quarantined, clock });
    });
  },
  tell: ({ node, device, peers, conflicts, quarantined }, { words }) => [
    words.t('cli:word.node', { node }),
    words.t('cli:word.device', { device }),
    ...peers.flatMap((peer) => [
      words.t('cli:status.peer', peer),
      ...(peer.missing === null ? [] : [words.t('cli:status.missing', { number: peer.missing })]),
    ]),
    words.t('cli:status.counts', { conflicts, quarantined }),
  ],
});

const toPeer = ({ node, acked, waiting, lastBundle, missing }: Peer): Peer => ({
  node,
  acked,
  waiting,
  lastBundle,
  missing,
});
