/** @file The lines of a table as they are shown: whole to who may read the records, with small numbers hidden to others. */
import { hideCells, type PeopleCell, type PeopleSum } from '#shared/domain/hidden-cells.ts';
import { isShown, type ShownCount } from '#shared/domain/small-cells.ts';
import type { Measure } from './define.ts';
import type { Item } from './item.ts';
import { AGE_GROUPS, type Line, linesOf, type Sums, sumsOf, figureOf, valuesOf } from './lines.ts';

export type ShownLine = {
  readonly dimension: string;
  readonly value: string;
  /** Null where the kind of the measure has none. */
  readonly numerator: ShownCount | null;
  readonly denominator: ShownCount | null;
  /** Null where there is none, or where it would tell what is hidden. */
  readonly figure: number | null;
  readonly leftOut: ShownCount;
  /** So many cells that came up hidden are not in it. */
  readonly withheld: number;
};

export const showLine = (measure: Measure, { dimension, value, items }: Line): ShownLine =>
  lineFrom(measure, { dimension, value, items }, sumsOf(items), (_, count) => count);

type Column = 'n' | 'of' | 'left';

/** `shownOf`: what is shown of a count. A figure stands only where all that it is made of is shown. */
function lineFrom(
  { kind }: Measure,
  { dimension, value, items }: Line,
  sums: Sums,
  shownOf: (column: Column, count: number) => ShownCount,
): ShownLine {
  const of = shownOf('of', sums.of);
  const base = kind === 'hours' || kind === 'mean';
  const n = base && !isShown(of) ? 'hidden' : shownOf('n', sums.n);
  const bare = kind === 'count' || kind === 'sum' || kind === 'hours';
  const whole = isShown(n) && (kind === 'count' || kind === 'sum' || isShown(of));
  const hours = kind === 'hours' && isShown(n) ? figureOf(kind, sums, items) : n;
  return {
    dimension,
    value,
    numerator: kind === 'median' ? null : hours,
    denominator: bare ? null : of,
    figure: whole ? figureOf(kind, sums, items) : null,
    leftOut: shownOf('left', sums.left),
    withheld: 0,
  };
}

export type Counted = { readonly measure: Measure; readonly items: readonly Item[] };

/** Measures of one group of people, whose items stand in the same order: what one table hides no other tells. */
export function showHidden(group: readonly Counted[], below: number): ReadonlyMap<string, readonly ShownLine[]> {
  const builder = createBuilder();
  const drafts = group.map(({ measure, items }) => {
    const lines = linesOf(measure, indexed(items));
    return { measure, lines, cells: lines.map((line) => builder.add(measure, line)) };
  });
  for (const { measure, lines, cells } of drafts) builder.relate(measure, lines, cells);
  const shown = hideCells(builder.cells, builder.sums, below);
  return new Map(
    drafts.map(({ measure, lines, cells }) => [
      measure.key,
      lines.map((line, index) => {
        const own = cells[index];
        const cellOf = { n: own?.high, of: own?.of, left: own?.left };
        const isCounted = measure.kind === 'mean' || measure.kind === 'hours';
        return lineFrom(measure, line, sumsOf(line.items), (column, count) =>
          column === 'n' && isCounted ? count : (shown[cellOf[column] ?? -1] ?? count),
        );
      }),
    ]),
  );
}

/** A line as cells: of a count its people (`high`), of anything else those that hold, that do not, and that are left out. */
type LineCells = {
  readonly all: number;
  readonly high: number;
  readonly low: number;
  readonly of: number;
  readonly left: number;
};

type Indexed = Item & { readonly index: number };
const indexed = (items: readonly Item[]): Indexed[] => items.map((item, index) => ({ ...item, index }));

function createBuilder() {
  const cells: PeopleCell[] = [];
  const sums: PeopleSum[] = [];
  const known = new Map<string, number>();

  /** The same people are one cell, whatever the table they stand in. */
  function cellOf(items: readonly Indexed[], weigh: (item: Item) => number, published: boolean): number {
    let [count, first, second] = [0, 0, 0];
    for (const item of items) {
      const weight = weigh(item);
      if (weight === 0) continue;
      count += weight;
      first = (first + mix(item.index + 1)) >>> 0;
      second = (second + mix(item.index * 31 + 7)) >>> 0;
    }
    const key = `${count}:${first}:${second}`;
    const found = known.get(key);
    if (found !== undefined) {
      if (published) cells[found] = { count, published };
      return found;
    }
    known.set(key, cells.length);
    return cells.push({ count, published }) - 1;
  }

  function add({ kind }: Measure, { items }: Line): LineCells {
    const people = items as readonly Indexed[];
    if (kind === 'count') {
      const all = cellOf(people, ({ n }) => n, true);
      return { all, high: all, low: all, of: all, left: cellOf([], () => 0, true) };
    }
    const isShare = kind === 'share';
    const left = cellOf(people, (item) => item.left, true);
    const of = cellOf(people, (item) => item.of, true);
    const all = cellOf(people, (item) => item.of + item.left, false);
    sums.push({ whole: all, parts: [of, left] });
    if (!isShare) return { all, high: of, low: of, of, left };
    const high = cellOf(people, ({ n }) => n, true);
    const low = cellOf(people, (item) => item.of - item.n, false);
    sums.push({ whole: of, parts: [high, low] });
    return { all, high, low, of, left };
  }

  /** Each break-down adds up to the total, and finer places to the greater ones they lie in. */
  function relate({ dimensions }: Measure, lines: readonly Line[], own: readonly LineCells[]): void {
    const total = own[0];
    if (!total) return;
    const linesIn = (dimension: string) =>
      lines.flatMap((line, index) => (line.dimension === dimension ? [{ line, cells: own[index] ?? total }] : []));
    for (const dimension of dimensions) {
      if (dimension === 'age_group') continue;
      const parts = linesIn(dimension).map(({ cells: part }) => part);
      addSum(total, parts, isOverlapping(total, parts));
    }
    for (const [greater, finer] of nestings) {
      for (const { line, cells: whole } of linesIn(greater)) {
        const within = linesIn(finer).filter((part) => isWithin(part.line, line, greater));
        const inside = within.reduce((count, part) => count + part.line.items.length, 0);
        // An office may work in several districts, a district may have several offices.
        if (within.length > 0 && inside === line.items.length)
          addSum(
            whole,
            within.map((part) => part.cells),
          );
      }
    }
    relateAges(linesIn('age_group'), linesIn('age_band'), total);
  }

  /** Somebody stands in more than one of them. */
  const isOverlapping = (total: LineCells, parts: readonly LineCells[]): boolean =>
    parts.reduce((sum, part) => sum + countOf(part.all), 0) > countOf(total.all);
  const countOf = (cell: number): number => cells[cell]?.count ?? 0;

  type Placed = { readonly line: Line; readonly cells: LineCells };

  /** A roll-up and the bands outside it make the total as well. */
  function relateAges(groups: readonly Placed[], bands: readonly Placed[], total: LineCells): void {
    for (const { line, cells: whole } of groups) {
      const inside = bands.filter((band) => AGE_GROUPS[line.value]?.includes(band.line.value));
      const outside = bands.filter((band) => !AGE_GROUPS[line.value]?.includes(band.line.value));
      addSum(
        whole,
        inside.map((band) => band.cells),
      );
      addSum(total, [whole, ...outside.map((band) => band.cells)]);
    }
  }

  function addSum(whole: LineCells, parts: readonly LineCells[], overlap = false): void {
    if (parts.length === 0) return;
    for (const column of ['all', 'high', 'low', 'of', 'left'] as const) {
      sums.push({ whole: whole[column], parts: parts.map((part) => part[column]), overlap });
    }
  }

  return { cells, sums, add, relate };
}

const nestings = [
  ['governorate', 'district'],
  ['governorate', 'forum'],
  ['district', 'forum'],
  ['office', 'forum'],
] as const;

const isWithin = (finer: Line, greater: Line, dimension: string): boolean =>
  finer.items.every((item) => valuesOf(item, dimension).includes(greater.value));

/** A number whose sum tells apart sets of indexes, as good as surely. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
