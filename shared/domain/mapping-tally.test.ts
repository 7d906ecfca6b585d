import { describe, expect, it } from 'vitest';
import { changeOfShare, type Sheet, shareOf, sumTallies, tallyPeople, tallySheets } from './mapping-tally.ts';

const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  sex: 'female',
  ageBand: 'age_30_44',
  displacement: 'resident',
  disability: 'no',
  safeDay: 'high',
  safeNight: 'low',
  turnTo: [{ actor: 'community_police', answer: 'very_high' }],
  reports: 'yes',
  reportsToWoman: 'yes',
  ...more,
});
const many = (count: number, more: Partial<Sheet> = {}) => Array.from({ length: count }, () => sheet(more));
const rowOf = (sheets: readonly Sheet[], measure: string, value = '') =>
  tallySheets(sheets, 5).find((row) => row.measure === measure && row.value === value);

describe('the tally of answer sheets', () => {
  it('counts 4 and 5 against all answers, and apart who gave none', () => {
    const sheets = [...many(6), ...many(7, { safeDay: 'medium' }), ...many(8, { safeDay: 'refused' })];
    expect(rowOf(sheets, 'safe_day')).toMatchObject({ high: 6, of: 13, left: 8 });
    expect(rowOf(sheets, 'safe_night')).toMatchObject({ high: 0, of: 21, left: 0 });
  });

  it('asks an actor of those alone who were asked about it', () => {
    const sheets = [...many(9), ...many(6, { turnTo: [{ actor: 'court', answer: 'very_low' }] })];
    expect(rowOf(sheets, 'turn_to.community_police')).toMatchObject({ high: 9, of: 9 });
    expect(rowOf(sheets, 'turn_to.court')).toMatchObject({ high: 0, of: 6 });
    expect(rowOf(sheets, 'turn_to.mukhtar')).toBeUndefined();
  });

  it('counts of women alone whether they would report', () => {
    const men = many(10, { sex: 'male', reports: 'no', reportsToWoman: null });
    const sheets = [...many(8), ...many(7, { reports: 'no' }), ...many(6, { reports: 'refused' }), ...men];
    expect(rowOf(sheets, 'report')).toMatchObject({ high: 8, of: 15, left: 6 });
    expect(rowOf(sheets, 'report_woman')).toMatchObject({ high: 21, of: 21 });
  });

  it('breaks every question down and hides what is small', () => {
    const sheets = [...many(12), ...many(9, { ageBand: 'age_18_24' }), ...many(3, { ageBand: 'age_60_plus' })];
    const of = (value: string) => rowOf(sheets, 'safe_day', value)?.of;
    // The second smallest is hidden, or the three old women follow from the sum.
    expect([of('age_30_44'), of('age_18_24'), of('age_60_plus')]).toEqual([12, 'hidden', '<5']);
    expect([of('female'), of('resident'), of('no')]).toEqual([24, 24, 24]);
  });

  it('holds no number from one to four, whoever came', () => {
    let seed = 7;
    const pick = <T>(items: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return items[seed % items.length] as T;
    };
    for (let round = 0; round < 60; round += 1) {
      const sheets = Array.from({ length: round }, () =>
        sheet({
          sex: pick(['female', 'female', 'male']),
          ageBand: pick(['age_18_24', 'age_30_44', 'age_60_plus']),
          displacement: pick(['resident', 'idp', 'returnee']),
          disability: pick(['no', 'no', 'no', 'yes']),
          safeDay: pick(['very_low', 'high', 'refused']),
          safeNight: pick(['low', 'very_high']),
        }),
      );
      for (const row of tallySheets(sheets, 5)) {
        for (const count of [row.high, row.of, row.left]) expect([1, 2, 3, 4]).not.toContain(count);
        // Nor does the difference tell how few answered low.
        if (typeof row.high === 'number' && typeof row.of === 'number') {
          expect([1, 2, 3, 4]).not.toContain(row.of - row.high);
        }
      }
    }
  });

  it('of nobody is empty', () => {
    expect(tallySheets([], 5)).toEqual([]);
    expect(tallyPeople([], 5)).toEqual([{ dimension: 'all', value: '', count: 0 }]);
  });
});

describe('people who took part', () => {
  it('are counted by sex and by age', () => {
    const lines = [
      { sex: 'female', ageBand: 'age_18_24', count: 6 },
      { sex: 'female', ageBand: 'age_30_44', count: 6 },
      { sex: 'male', ageBand: 'age_30_44', count: 8 },
    ];
    expect(tallyPeople(lines, 5)).toEqual([
      { dimension: 'all', value: '', count: 20 },
      { dimension: 'sex', value: 'female', count: 12 },
      { dimension: 'sex', value: 'male', count: 8 },
      { dimension: 'age_band', value: 'age_18_24', count: 6 },
      { dimension: 'age_band', value: 'age_30_44', count: 14 },
    ]);
  });

  it('are hidden where they are few', () => {
    const lines = [
      { sex: 'female', ageBand: 'age_30_44', count: 9 },
      { sex: 'male', ageBand: 'age_30_44', count: 2 },
    ];
    const counts = tallyPeople(lines, 5).map(({ count }) => count);
    expect(counts).toEqual([11, 'hidden', '<5', 11]);
  });
});

describe('tallies of several sessions', () => {
  it('are added up without what is hidden, and it is said how often', () => {
    const first = tallySheets([...many(6), ...many(6, { safeDay: 'low' })], 5);
    const second = tallySheets([...many(2), ...many(8, { safeDay: 'low' })], 5);
    const sum = sumTallies([first, second]).find((row) => row.measure === 'safe_day' && row.dimension === 'all');
    expect(sum).toMatchObject({ high: 6, of: 12, leftOut: 1 });
  });

  it.each([
    [{ high: 15, of: 30 }, { high: 24, of: 32 }, 250],
    [{ high: 15, of: 29 }, { high: 24, of: 32 }, null],
    [{ high: 15, of: 30 }, { high: 'hidden', of: 32 }, null],
    [{ high: 15, of: 'hidden' }, { high: 24, of: 32 }, null],
    [undefined, { high: 24, of: 32 }, null],
  ] as const)('are compared from thirty answers in each: %j and %j', (before, after, change) => {
    expect(changeOfShare(before, after)).toBe(change);
  });

  it('have no share where nobody answered', () => {
    expect(shareOf({ high: 0, of: 0 })).toBeNull();
    expect(shareOf({ high: 1, of: 8 })).toBe(125);
  });
});
