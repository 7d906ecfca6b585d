import type { OutputOf } from '#shared/contract/contract.ts';
import { fold } from '#shared/text/fold.ts';

export type Status = OutputOf<'exchange.status'>;
export type Peer = Status['peers'][number];

/** As many cards as one reads without searching. */
const shownAtOnce = 6;

const order = { above: 0, beside: 1, below: 2 } as const;

/** Whether somebody has to do something about it. */
export const needsAttention = (peer: Peer): boolean =>
  peer.unsent > 0 || peer.missing !== null || peer.setAsideHere + peer.setAsideThere.length > 0;

/** Those above first, then what needs attention; of many, those whose name is found. */
export function peersToShow(peers: readonly Peer[], search: string): { shown: readonly Peer[]; more: number } {
  const wanted = fold(search);
  const found = peers
    .filter(({ name }) => fold(name).includes(wanted))
    .toSorted((a, b) => order[a.relation] - order[b.relation] || Number(needsAttention(b)) - Number(needsAttention(a)));
  return { shown: found.slice(0, shownAtOnce), more: Math.max(0, found.length - shownAtOnce) };
}

export const isSearched = (peers: readonly Peer[]): boolean => peers.length > shownAtOnce;
