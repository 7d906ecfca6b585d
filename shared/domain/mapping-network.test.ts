import { describe, expect, it } from 'vitest';
import { actorNumber, layOutNetwork, mergeNetworks, type StatedTrust } from './mapping-network.ts';

const line = (more: Partial<StatedTrust> = {}): StatedTrust => ({
  actor: 'court',
  turnTo: 'high',
  influence: 'medium',
  effect: 'helps',
  reachable: 'yes',
  ...more,
});

describe('a trust network', () => {
  it('of several groups has one line an actor, with means, in the order of the list', () => {
    const first = [line(), line({ actor: 'family' })];
    const second = [line({ turnTo: 'low', influence: 'refused', effect: 'harms', reachable: 'yes' })];
    expect(mergeNetworks([first, second])).toEqual([
      { actor: 'family', turnTo: 40, influence: 30, effect: 'helps', reachable: 'yes' },
      { actor: 'court', turnTo: 30, influence: 30, effect: 'differs', reachable: 'yes' },
    ]);
  });

  it('has no mean where nobody answered, and keeps actors it does not know at the end', () => {
    expect(mergeNetworks([[line({ actor: 'drone' }), line({ turnTo: 'refused' })]])).toMatchObject([
      { actor: 'court', turnTo: null },
      { actor: 'drone', turnTo: 40 },
    ]);
  });

  it('draws the most trusted nearest, the most powerful largest, and each always in its direction', () => {
    const networks = mergeNetworks([[line({ turnTo: 'very_high', influence: 'very_high' })]]);
    const [near] = layOutNetwork(networks);
    const [far] = layOutNetwork(mergeNetworks([[line({ turnTo: 'very_low', influence: 'very_low' })]]));
    const distance = (node: typeof near) => Math.hypot(node?.x ?? 0, node?.y ?? 0);
    expect([distance(near).toFixed(2), distance(far).toFixed(2)]).toEqual(['0.46', '1.00']);
    expect([near?.size, far?.size]).toEqual([1, 0.6]);
    expect(Math.atan2(near?.y ?? 0, near?.x ?? 0)).toBeCloseTo(Math.atan2(far?.y ?? 0, far?.x ?? 0), 2);
  });

  it('numbers actors as the list does', () => {
    expect([actorNumber('family'), actorNumber('nobody'), actorNumber('drone')]).toEqual([1, 18, 19]);
  });
});
