/** @file From counted items to the lines of a table: the total, and each break-down of it. */
import { CHILDREN, IRAQI_YOUTH, OLDER_PEOPLE, UN_YOUTH } from '#shared/domain/age-band.ts';
import type { Dimension, Kind, Measure } from './define.ts';
import type { Item } from './item.ts';

export type Line = {
  /** `all` for the total. */
  readonly dimension: Dimension | 'all';
  readonly value: string;
  readonly items: readonly Item[];
};

/** Roll-ups of the age bands; a band may be in several. */
export const AGE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  children_0_17: CHILDREN,
  youth_15_24: UN_YOUTH,
  youth_15_29: IRAQI_YOUTH,
  older_60_plus: OLDER_PEOPLE,
};

/** The total first, then the lines of each dimension by value. Where nothing was counted there is the total alone. */
export function linesOf({ dimensions }: Pick<Measure, 'dimensions'>, items: readonly Item[]): readonly Line[] {
  return [
    { dimension: 'all', value: '', items },
    ...dimensions.flatMap((dimension) => (dimension === 'age_group' ? ageGroups(items) : brokenDown(dimension, items))),
  ];
}

function brokenDown(dimension: Dimension, items: readonly Item[]): Line[] {
  const byValue = new Map<string, Item[]>();
  for (const item of items) {
    if (isNothing(item)) continue;
    for (const value of valuesOf(item, dimension)) {
      const same = byValue.get(value);
      if (same) same.push(item);
      else byValue.set(value, [item]);
    }
  }
  return [...byValue.keys()].toSorted().map((value) => ({ dimension, value, items: byValue.get(value) ?? [] }));
}

function ageGroups(items: readonly Item[]): Line[] {
  return Object.entries(AGE_GROUPS).map(([value, bands]) => ({
    dimension: 'age_group',
    value,
    items: items.filter((item) => valuesOf(item, 'age_band').some((band) => bands.includes(band))),
  }));
}

export function valuesOf({ tags }: Item, dimension: string): readonly string[] {
  const tag = tags[dimension] ?? '';
  return typeof tag === 'string' ? [tag] : tag;
}

const isNothing = ({ n, of, left }: Item): boolean => n === 0 && of === 0 && left === 0;

export type Sums = { readonly n: number; readonly of: number; readonly left: number };

export function sumsOf(items: readonly Item[]): Sums {
  let [n, of, left] = [0, 0, 0];
  for (const item of items) {
    n += item.n;
    of += item.of;
    left += item.left;
  }
  return { n, of, left };
}

/** Null where nothing stands in the denominator. Shares, means and hours to one decimal, half away from zero. */
export function figureOf(kind: Kind, { n, of }: Sums, items: readonly Item[]): number | null {
  if (kind === 'count' || kind === 'sum') return n;
  if (kind === 'hours') return tenths(n / 60);
  if (of === 0) return null;
  if (kind === 'median') return median(items.flatMap(({ at }) => (at === undefined ? [] : [at])));
  return kind === 'mean' ? tenths(n / of) : tenths((n * 100) / of);
}

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1], sorted[middle]];
  if (above === undefined) return null;
  return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
}

/** The small excess mends quotients that binary fractions put a hair below the half. */
export const tenths = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 10 + 1e-9)) / 10;
