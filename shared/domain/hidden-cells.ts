/**
 * @file Tables of people that hang together: their cells add up along several break-downs at once. One to four people
 * read `<5`, and further cells are hidden until no hidden one can be worked out from those that are shown (docs/adr/0019).
 */
import { isShown, isSmall, type ShownCount, showCount } from './small-cells.ts';

/** `published`: it stands in a table. Another one nobody sees, but it must not be worked out either where it is small. */
export type PeopleCell = { readonly count: number; readonly published: boolean };

/** The parts add up to the whole, by index of their cells. `overlap`: one person may be in several parts, and is in one. */
export type PeopleSum = { readonly whole: number; readonly parts: readonly number[]; readonly overlap?: boolean };

/** What is shown of each cell; of one that is not published: `hidden`. */
export function hideCells(
  cells: readonly PeopleCell[],
  sums: readonly PeopleSum[],
  below: number,
): readonly ShownCount[] {
  const table = createTable(cells, sums, below);
  for (;;) {
    const told = table.told();
    if (told.length === 0) return table.shown;
    let changed = false;
    for (const cell of told) changed = table.hideBeside(cell) || changed;
    if (!changed) return table.shown;
  }
}

/** Finite, since infinity less infinity is no number. */
const unbounded = 1_000_000_000;

function createTable(cells: readonly PeopleCell[], sums: readonly PeopleSum[], below: number) {
  const shown: ShownCount[] = cells.map(({ count, published }) => (published ? showCount(count, below) : 'hidden'));
  // Told by nothing any more, not even that it is small.
  const blank = new Set<number>();
  const sumsOf: number[][] = cells.map(() => []);
  sums.forEach(({ whole, parts }, index) => {
    for (const cell of [whole, ...parts]) sumsOf[cell]?.push(index);
  });
  const guarded = cells.flatMap(({ count, published }, cell) => (published || isSmall(count, below) ? [cell] : []));

  /** Whoever knows the rule knows that what is hidden without being small is not small, and that what is guarded is. */
  function startOf(cell: number): readonly [number, number] {
    const now = shown[cell] ?? 'hidden';
    const { count = 0, published = false } = cells[cell] ?? {};
    if (isShown(now)) return [now, now];
    if (blank.has(cell)) return [1, unbounded];
    if (isSmall(count, below)) return [1, below - 1];
    return [published ? below : 0, unbounded];
  }

  function told(): number[] {
    const ranges = rangesOf(cells.length, sums, startOf);
    return guarded.filter((cell) => !isShown(shown[cell] ?? 'hidden') && ranges.min[cell] === ranges.max[cell]);
  }

  /** The smallest shown cell of the same sum; the whole where no part is left; and else the marks that they are small. */
  function hideBeside(cell: number): boolean {
    const own = (sumsOf[cell] ?? []).flatMap((index) => sums[index] ?? []);
    const beside = own.filter(({ whole }) => whole !== cell);
    const candidates = [
      beside.flatMap(({ parts }) => parts),
      beside.map(({ whole }) => whole),
      own.flatMap(({ parts }) => parts),
    ];
    for (const some of candidates) {
      const next = smallest(some.filter((one) => one !== cell && canHide(one)));
      if (next === null) continue;
      shown[next] = 'hidden';
      return true;
    }
    const marked = own.flatMap(({ whole, parts }) => [whole, ...parts]).filter((one) => isMarked(one));
    for (const one of marked) {
      shown[one] = 'hidden';
      blank.add(one);
    }
    return marked.length > 0;
  }

  const canHide = (cell: number): boolean => isShown(shown[cell] ?? 'hidden') && (cells[cell]?.count ?? 0) > 0;
  const isMarked = (cell: number): boolean => isSmall(cells[cell]?.count ?? 0, below) && !blank.has(cell);
  const smallest = (some: readonly number[]): number | null =>
    some.toSorted((a, b) => (cells[a]?.count ?? 0) - (cells[b]?.count ?? 0) || a - b)[0] ?? null;

  return { shown, told, hideBeside };
}

type Ranges = { readonly min: number[]; readonly max: number[] };

/** What each cell can be, from all sums together. */
function rangesOf(
  count: number,
  sums: readonly PeopleSum[],
  startOf: (cell: number) => readonly [number, number],
): Ranges {
  const starts = Array.from({ length: count }, (_, cell) => startOf(cell));
  const ranges = { min: starts.map(([min]) => min), max: starts.map(([, max]) => max) };
  // Each round carries what is known one sum further; tables here are a few sums deep.
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (const sum of sums) moved = narrow(ranges, sum) || moved;
    if (!moved) break;
  }
  return ranges;
}

function narrow({ min, max }: Ranges, { whole, parts, overlap = false }: PeopleSum): boolean {
  const at = (of: number[], cell: number): number => of[cell] ?? 0;
  let least = 0;
  let most = 0;
  for (const part of parts) {
    least += at(min, part);
    most += at(max, part);
  }
  let moved = false;
  const raise = (cell: number, to: number) => {
    if (to <= at(min, cell)) return;
    min[cell] = to;
    moved = true;
  };
  const lower = (cell: number, to: number) => {
    if (to >= at(max, cell)) return;
    max[cell] = to;
    moved = true;
  };
  const [wholeMin, wholeMax] = [at(min, whole), at(max, whole)];
  for (const part of parts) {
    const [partMin, partMax] = [at(min, part), at(max, part)];
    raise(part, wholeMin - (most - partMax));
    lower(part, overlap ? wholeMax : wholeMax - (least - partMin));
  }
  lower(whole, most);
  if (!overlap) raise(whole, least);
  return moved;
}
