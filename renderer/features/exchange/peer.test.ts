import { describe, expect, it } from 'vitest';
import { isSearched, needsAttention, type Peer, peersToShow } from './peer.ts';
import { stateOf } from './peer-state.tsx';

const peer = (name: string, more: Partial<Peer> = {}): Peer => ({
  node: '00000000-0000-7000-8000-000000000000',
  name,
  kind: 'office',
  device: name,
  acked: 0,
  waiting: 0,
  unsent: 0,
  lastBundle: null,
  lastConfirmedAt: null,
  lastReceived: null,
  daysSinceReceived: null,
  missing: null,
  relation: 'below',
  nationalHoldsUpTo: null,
  attachments: { waiting: 0, bytes: 0 },
  setAsideThere: [],
  setAsideHere: 0,
  heldHere: 0,
  roster: 1,
  appVersion: null,
  clockOffsetMs: null,
  clockSuspect: false,
  restores: 0,
  forks: 0,
  ...more,
});

describe('the state of a neighbour', () => {
  it('is confirmed by its word alone', () => {
    expect(stateOf(peer('a'))).toBe('nothing');
    expect(stateOf(peer('a', { waiting: 3, unsent: 1 }))).toBe('to-write');
    expect(stateOf(peer('a', { waiting: 3, acked: 2 }))).toBe('on-the-way');
    expect(stateOf(peer('a', { acked: 5, attachments: { waiting: 1, bytes: 9 } }))).toBe('on-the-way');
    expect(stateOf(peer('a', { acked: 5 }))).toBe('confirmed');
  });
});

describe('many neighbours', () => {
  const many = ['أربيل', 'بغداد', 'كركوك', 'نينوى', 'دهوك', 'الأنبار', 'البصرة', 'ميسان'].map((name) => peer(name));

  it('are shown those above first, then those that need something, and the rest is counted', () => {
    const peers = [...many.slice(0, 6), peer('بابل', { unsent: 1 }), peer('المديرية', { relation: 'above' })];
    const { shown, more } = peersToShow(peers, '');
    expect(shown.slice(0, 2).map(({ name }) => name)).toEqual(['المديرية', 'بابل']);
    expect(shown.length + more).toBe(peers.length);
    expect(isSearched(peers)).toBe(true);
    expect(isSearched(peers.slice(0, 3))).toBe(false);
  });

  it('are found however a name is spelt', () => {
    expect(peersToShow(many, 'اربيل').shown.map(({ name }) => name)).toEqual(['أربيل']);
  });

  it('need attention when something is missing or set aside', () => {
    expect(needsAttention(peer('a'))).toBe(false);
    expect(needsAttention(peer('a', { missing: 3 }))).toBe(true);
    expect(needsAttention(peer('a', { setAsideThere: [{ code: 'change/form', count: 1 }] }))).toBe(true);
  });
});
