import { describe, expect, it } from 'vitest';
import { sideOf } from './mapping.ts';
import { closingFault, type GuardedMapping, mappingFaults, mappingOddities } from './mapping-faults.ts';

const women = { sex: 'female', ageBand: 'age_30_44', count: 9 };
const session = (more: Partial<GuardedMapping> = {}): GuardedMapping => ({
  group: 'women_adult',
  facilitators: 2,
  womenFacilitators: 1,
  guardianConsent: false,
  reason: '',
  participants: [women],
  sheets: [],
  trust: [],
  places: [],
  chains: {},
  ...more,
});
const chain = (...actors: string[]) => ({ theft: { actors } });

describe('what cannot be', () => {
  it.each<[string, Partial<GuardedMapping>, string]>([
    ['more women than facilitators', { womenFacilitators: 3 }, 'womenFacilitators field/more-women-than-facilitators'],
    ['more sheets than people', { sheets: Array.from({ length: 10 }) }, 'sheets field/more-sheets-than-people'],
    ['a line of people twice', { participants: [women, women] }, 'participants.1.ageBand field/line-twice'],
    ['an actor twice', { trust: [{ actor: 'court' }, { actor: 'court' }] }, 'trust.1.actor field/actor-twice'],
    ['an actor twice in a chain', { chains: chain('court', 'court') }, 'chains.theft.actors field/actor-twice'],
    ['somebody after nobody', { chains: chain('nobody', 'court') }, 'chains.theft.actors field/nobody-comes-last'],
    [
      'a place unsafe for some without saying for whom',
      { places: [{ day: 'safe', night: 'unsafe_some', forWhom: '' }] },
      'places.0.forWhom field/required',
    ],
  ])('%s', (_, more, fault) => {
    expect(mappingFaults(session(more)).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([fault]);
  });

  it('adolescent girls without a woman, or without their guardians', () => {
    const girls = { group: 'girls_adolescent', participants: [{ ...women, ageBand: 'age_15_17' }] };
    const codesOf = (more: Partial<GuardedMapping>) =>
      mappingFaults(session({ ...girls, ...more })).map(({ code }) => code);
    expect(codesOf({ guardianConsent: true })).toEqual([]);
    expect(codesOf({ womenFacilitators: 0 })).toEqual([
      'field/woman-facilitator-needed',
      'field/guardian-consent-needed',
    ]);
  });

  it('nothing else', () => {
    expect(mappingFaults(session({ chains: chain('family', 'mukhtar', 'nobody') }))).toEqual([]);
  });
});

describe('what needs a reason', () => {
  it.each<[string, Partial<GuardedMapping>]>([
    ['men-among-women', { participants: [women, { ...women, sex: 'male' }] }],
    ['women-among-men', { group: 'men_adult' }],
    ['no-woman-facilitator', { womenFacilitators: 0 }],
    ['age-outside-group', { group: 'young_women' }],
  ])('%s', (oddity, more) => {
    const odd = session(more);
    expect(mappingOddities(odd)).toEqual([oddity]);
    expect(mappingFaults(odd)).toEqual([{ path: ['reason'], code: 'field/required' }]);
    expect(mappingFaults({ ...odd, reason: 'لم تحضر الميسّرة' })).toEqual([]);
  });
});

describe('closing', () => {
  it.each([
    ['2026-02-09', 8, 'mapping/closed-before-held'],
    ['2026-02-10', 8, null],
    ['2026-02-10', 0, 'mapping/nobody-counted'],
  ])('on %s with %s people: %s', (closedOn, participants, fault) => {
    expect(closingFault({ date: '2026-02-10', participants }, closedOn)).toBe(fault);
  });
});

describe('the side a group speaks for', () => {
  it.each([
    ['women_adult', ['male'], 'women'],
    ['young_men', [], 'men'],
    ['displaced', ['female', 'female'], 'women'],
    ['returnees', ['male'], 'men'],
    ['returnees', ['male', 'female'], 'mixed'],
    ['mixed', ['not_stated'], 'mixed'],
    ['displaced', [], 'mixed'],
  ])('of %s with %j is %s', (group, sexes, side) => {
    expect(
      sideOf(
        group,
        sexes.map((sex) => ({ sex })),
      ),
    ).toBe(side);
  });
});
