/**
 * @file What is hidden stays hidden: a reader who holds every table of a group of people at once, and adds and subtracts
 * whatever is printed in them, works out no number below five. The reader here solves equations and knows nothing of how
 * the program hides.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown, isSmall, showCount, type ShownCount } from '#shared/domain/small-cells.ts';
import type { Measure } from './define.ts';
import { MEASURES } from './definitions.ts';
import { counted, isKnown, type Item, judged } from './item.ts';
import { AGE_GROUPS, type Line, linesOf } from './lines.ts';
import { type Counted, type ShownLine, showHidden } from './shown.ts';

const below = 5;

type Person = {
  readonly sex: string;
  readonly band: string;
  readonly district: string;
  readonly block: string;
};

const somebody: fc.Arbitrary<Person> = fc.record({
  sex: fc.constantFrom('female', 'female', 'male', 'male', 'not_stated'),
  band: fc.constantFrom('age_15_17', 'age_18_24', 'age_30_44', 'age_60_plus', 'unknown'),
  district: fc.constantFrom('IQG10Q01', 'IQG10Q02', 'IQG08Q01'),
  block: fc.constantFrom('police', 'community'),
});
const people = fc.array(somebody, { maxLength: 45 });

const runs = { numRuns: 150 };

describe('figures of members with small numbers hidden', () => {
  it('tell none by addition, through all tables of the group', () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(toldBy(all, cellsOf(all))).toEqual([]);
      }),
      runs,
    );
  });

  it('would tell some if only the small ones were hidden', () => {
    const found = fc.sample(people, { numRuns: 50, seed: 1 }).flatMap((all) => {
      const poorly = cellsOf(all).map((cell) => ({ ...cell, shown: showCount(cell.own.length, below) }));
      return toldBy(
        all,
        poorly.filter(({ name }) => !name.endsWith(' not')),
      );
    });
    expect(found.length).toBeGreaterThan(100);
  });

  it('print every number that they print as it is', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const { own, shown } of cellsOf(all)) if (isShown(shown)) expect(shown).toBe(own.length);
      }),
      runs,
    );
  });

  it('print no number below five, and no share that stands on one', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const { shown } of cellsOf(all)) expect(isShown(shown) && isSmall(shown, below)).toBe(false);
        for (const lines of tablesOf(all).values())
          for (const { figure, numerator, denominator } of lines)
            if (figure !== null) expect([numerator, denominator].some((one) => typeof one === 'string')).toBe(false);
      }),
      runs,
    );
  });

  it('are whole where nobody is few', () => {
    const many = Array.from(
      { length: 30 },
      (_, index): Person => ({
        sex: index % 2 === 0 ? 'female' : 'male',
        band: index % 4 < 2 ? 'age_18_24' : 'age_30_44',
        district: 'IQG10Q01',
        block: 'community',
      }),
    );
    const printed = cellsOf(many).filter(({ name }) => !name.endsWith(' not'));
    for (const { name, shown } of printed) expect([name, shown]).toEqual([name, expect.any(Number)]);
  });
});

const keys = ['F03', 'F04', 'F05', 'F05_un'] as const;
const measures: readonly Measure[] = MEASURES.filter(({ key }) => keys.some((one) => one === key)).map((measure) => ({
  ...measure,
  dimensions: measure.dimensions.filter((dimension) => dimension !== 'forum'),
}));

function itemsFor(key: string, all: readonly Person[]): readonly Item[] {
  return all.map(({ sex, band, district, block }) => {
    const tags = {
      governorate: district.slice(0, 5),
      district,
      office: district.slice(0, 5) === 'IQG10' ? 'east' : 'west',
      sex,
      age_band: band,
      displacement_status: 'resident',
      disability: 'no',
      forum_member_category: block,
      member_block: block,
    };
    if (key === 'F03') return counted(tags);
    if (key === 'F04') return judged(tags, isKnown(sex) ? sex === 'female' : null);
    const group = AGE_GROUPS[key === 'F05' ? 'youth_15_29' : 'youth_15_24'] ?? [];
    return judged(tags, isKnown(band) ? group.includes(band) : null);
  });
}

const groupOf = (all: readonly Person[]): readonly Counted[] =>
  measures.map((measure) => ({ measure, items: itemsFor(measure.key, all) }));

const tablesOf = (all: readonly Person[]): ReadonlyMap<string, readonly ShownLine[]> => showHidden(groupOf(all), below);

/** A number of a table: what is printed, and whom it counts, by their place in the list. */
type Cell = { readonly name: string; readonly shown: ShownCount; readonly own: readonly number[] };

function cellsOf(all: readonly Person[]): readonly Cell[] {
  const tables = tablesOf(all);
  return groupOf(all).flatMap(({ measure, items }) => {
    const numbered = items.map((item, index) => ({ ...item, index }));
    const shown = tables.get(measure.key) ?? [];
    return linesOf(measure, numbered).flatMap((line, at) => cellsOfLine(measure, line, shown[at]));
  });
}

function cellsOfLine({ key, kind }: Measure, { dimension, value, items }: Line, shown: ShownLine | undefined): Cell[] {
  const counting = (holds: (item: Item) => boolean): number[] =>
    (items as readonly (Item & { readonly index: number })[]).filter(holds).map(({ index }) => index);
  const name = `${key} ${dimension} ${value}`;
  const numerator = { name, shown: shown?.numerator ?? 'hidden', own: counting(({ n }) => n === 1) };
  if (kind === 'count') return [numerator];
  return [
    numerator,
    { name: `${name} of`, shown: shown?.denominator ?? 'hidden', own: counting(({ of }) => of === 1) },
    { name: `${name} left`, shown: shown?.leftOut ?? 'hidden', own: counting(({ left }) => left === 1) },
    // Stands nowhere, and must not follow either.
    { name: `${name} not`, shown: 'hidden', own: counting(({ n, of }) => of === 1 && n === 0) },
  ];
}

/** Small numbers that follow from those that are printed. */
function toldBy(all: readonly Person[], cells: readonly Cell[]): readonly string[] {
  const kinds = [...new Set(all.map((person) => JSON.stringify(person)))];
  // A cell takes whole kinds of people: all of one sex, age, place and group, or none.
  const rowOf = ({ own }: Cell): number[] => {
    const inside = new Set(own.map((index) => JSON.stringify(all[index])));
    return kinds.map((kind) => (inside.has(kind) ? 1 : 0));
  };
  const basis = createBasis();
  for (const cell of cells) if (isShown(cell.shown)) basis.add(rowOf(cell));
  return cells
    .filter(({ own }) => isSmall(own.length, below))
    .filter((cell) => basis.spans(rowOf(cell)))
    .map(({ name }) => name);
}

/** Sums of rows: whether one follows from others by adding and subtracting multiples of them. */
function createBasis() {
  const rows: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  const isNought = (value: number): boolean => Math.abs(value) < 1e-9;

  function reduced(row: readonly number[]): number[] {
    let left = [...row];
    for (const { pivot, row: known } of rows) {
      const times = left[pivot] ?? 0;
      if (!isNought(times)) left = left.map((value, at) => value - times * (known[at] ?? 0));
    }
    return left;
  }

  return {
    add(row: readonly number[]): void {
      const left = reduced(row);
      const pivot = left.findIndex((value) => !isNought(value));
      const by = left[pivot];
      if (by !== undefined) rows.push({ pivot, row: left.map((value) => value / by) });
    },
    spans: (row: readonly number[]): boolean => reduced(row).every(isNought),
  };
}
