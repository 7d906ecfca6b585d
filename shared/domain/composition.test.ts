import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compositionAdvice, compositionOf, POLICE_CATEGORIES, type Seat, shareOf } from './composition.ts';
import { defaultRuleValues } from './rules.ts';

const seat = (more: Partial<Seat> = {}): Seat => ({
  sex: 'male',
  ageBand: 'age_30_44',
  category: 'mukhtar',
  secondary: [],
  role: 'member',
  status: 'active',
  displacement: 'resident',
  ...more,
});
const many = (n: number, more: Partial<Seat> = {}) => Array.from({ length: n }, () => seat(more));

/** 20 members: 6 women, 4 young, 6 police, one displaced; a woman in the chair. */
const fair = [
  seat({ sex: 'female', role: 'chair' }),
  ...many(4, { sex: 'female', ageBand: 'age_18_24' }),
  seat({ sex: 'female', displacement: 'idp' }),
  ...many(6, { category: 'local_police' }),
  ...many(8),
];
const adviceOn = (seats: readonly Seat[]) =>
  compositionAdvice(compositionOf(seats), defaultRuleValues).map(({ key }) => key);

describe('the composition of a forum', () => {
  it('is counted over active members; observers and those who left are none', () => {
    const all = [...fair, ...many(3, { role: 'observer' }), ...many(2, { status: 'resigned' })];
    expect(compositionOf(all)).toEqual({
      members: 20,
      women: { count: 6, of: 20, unknown: 0 },
      youth: { count: 4, of: 20, unknown: 0 },
      police: { count: 6, of: 20, unknown: 0 },
      displaced: { count: 1, of: 20, unknown: 0 },
      leaders: { count: 1, of: 1, unknown: 0 },
      hasChair: true,
    });
  });

  it('leaves out of a share who did not say', () => {
    const unsaid = many(5, { sex: 'not_stated', ageBand: 'unknown', displacement: null });
    const { women, youth, displaced } = compositionOf([...fair, ...unsaid]);
    expect([women, youth, displaced].map(({ of, unknown }) => [of, unknown])).toEqual([
      [20, 5],
      [20, 5],
      [20, 5],
    ]);
    expect(shareOf(women)).toBe(300);
    expect(shareOf({ count: 0, of: 0 })).toBeNull();
  });

  it('counts who speaks for the displaced, as a first or a second group', () => {
    const speakers = [
      seat({ category: 'idp_representative' }),
      seat({ secondary: ['returnee_representative'], displacement: null }),
    ];
    expect(compositionOf(speakers).displaced).toEqual({ count: 2, of: 2, unknown: 0 });
  });

  it('gives no advice where every target is met, exactly met ones too', () => {
    expect(adviceOn(fair)).toEqual([]);
    expect(adviceOn([])).toEqual([]);
  });

  const cases: readonly [string, readonly Seat[]][] = [
    ['fewMembers', fair.slice(0, 14)],
    ['manyMembers', [...fair, ...many(11, { sex: 'female', ageBand: 'age_18_24' })]],
    ['fewWomen', [...fair.slice(0, 5), ...many(15, { displacement: 'returnee' })]],
    ['noWomanLeads', [...fair.slice(1), seat({ role: 'chair' })]],
    ['fewYouth', fair.map((one) => ({ ...one, ageBand: 'age_60_plus' }))],
    ['muchPolice', fair.map((one, index) => (index === 0 ? { ...one, category: 'community_police' } : one))],
    ['noDisplaced', fair.map((one) => ({ ...one, displacement: 'resident' }))],
    ['noChair', fair.map((one) => ({ ...one, role: 'member' }))],
  ];
  it.each(cases)('advises: %s', (key, seats) => {
    expect(adviceOn(seats)).toContain(key);
  });

  it('takes for police what the code list calls so', () => {
    const lists = JSON.parse(
      readFileSync(new URL('../../resources/code-lists.json', import.meta.url), 'utf8'),
    ) as readonly {
      key: string;
      entries: readonly { code: string; attributes: Record<string, string> }[];
    }[];
    const entries = lists.find(({ key }) => key === 'forum_member_category')?.entries ?? [];
    expect(entries.filter(({ attributes }) => attributes.block === 'police').map(({ code }) => code)).toEqual([
      ...POLICE_CATEGORIES,
    ]);
  });
});
