import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenAcrossPeriods, type LinesByMeasure, quartersIn } from './across-periods.ts';
import { periodAround, type Period } from './period.ts';
import type { ShownLine } from './shown.ts';

const line = (count: number, more: Partial<ShownLine> = {}): ShownLine => ({
  dimension: 'all',
  value: '',
  numerator: count > 0 && count < 5 ? '<5' : count,
  denominator: null,
  figure: count > 0 && count < 5 ? null : count,
  leftOut: 0,
  withheld: 0,
  ...more,
});
const table = (count: number): LinesByMeasure => new Map([['T01', [line(count)]]]);
const measures = [{ key: 'T01', people: 'trained' }, { key: 'F07' }];
const year = periodAround('year', '2026-05-01');
const half = periodAround('half', '2026-05-01');

const shownIn = async (period: Period, counts: readonly number[]): Promise<ShownLine | undefined> => {
  const quarters = quartersIn(year);
  const countOf = ({ from, to }: Period) =>
    counts
      .filter((_, at) => (quarters[at]?.from ?? '') >= from && (quarters[at]?.to ?? '') <= to)
      .reduce((a, b) => a + b, 0);
  const read = async (one: Period) => table(countOf(one));
  return (await hiddenAcrossPeriods(table(countOf(period)), measures, period, read)).get('T01')?.[0];
};

describe('periods with small numbers hidden', () => {
  it('have the quarters that they are made of', () => {
    expect(quartersIn(year).map(({ from }) => from)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(quartersIn(half).map(({ to }) => to)).toEqual(['2026-03-31', '2026-06-30']);
    expect(quartersIn(periodAround('quarter', '2026-05-01'))).toEqual([]);
  });

  it('tell no small quarter by subtraction from a year or a half-year', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ max: 9, min: 0 }), { minLength: 4, maxLength: 4 }), async (counts) => {
        const isSmall = (count: number) => count > 0 && count < 5;
        for (const [period, inside] of [
          [year, counts],
          [half, counts.slice(0, 2)],
        ] as const) {
          const shown = await shownIn(period, counts);
          if (inside.some(isSmall)) expect(typeof shown?.numerator).toBe('string');
          else expect(shown?.numerator).toBe(inside.reduce((a, b) => a + b, 0));
        }
      }),
    ));

  it('count people by quarters at the finest, and all else by months', async () => {
    const lines: LinesByMeasure = new Map([
      ['T01', [line(12)]],
      ['F07', [line(3, { numerator: 3, figure: 3 })]],
    ]);
    const month = periodAround('month', '2026-05-01');
    const shown = await hiddenAcrossPeriods(lines, measures, month, () => Promise.reject(new Error('not asked')));
    expect(shown.get('T01')).toMatchObject([{ numerator: 'hidden', figure: null, denominator: null }]);
    expect(shown.get('F07')).toMatchObject([{ numerator: 3, figure: 3 }]);
  });

  it('show no share whose people are hidden in a quarter', async () => {
    const share: LinesByMeasure = new Map([['T01', [line(20, { denominator: 40, figure: 50 })]]]);
    const poor: LinesByMeasure = new Map([['T01', [line(10, { denominator: 'hidden' })]]]);
    const [shown] = (await hiddenAcrossPeriods(share, measures, half, async () => poor)).get('T01') ?? [];
    expect(shown).toMatchObject({ numerator: 20, denominator: 'hidden', figure: null });
  });
});
