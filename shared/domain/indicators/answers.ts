/**
 * @file P01 to P04: security mappings. Where the answers are, they are counted; where only the tally of a session is,
 * its cells are added as far as they are shown, and it is said how many were not.
 */
import { answerTo, type Sheet, type TallyRow, turnTo } from '#shared/domain/mapping-tally.ts';
import { isShown, type ShownCount } from '#shared/domain/small-cells.ts';
import type { Dimension, Measure } from './define.ts';
import { counted, type Item, judged, type Tags } from './item.ts';
import { AGE_GROUPS, tenths } from './lines.ts';
import { type Counted, type ShownLine, showHidden } from './shown.ts';
import { isIn, type Period } from './period.ts';

export type SessionFact = {
  readonly date: string;
  readonly tags: Tags;
  /** How many took part, and the sheets; null where they are kept at the office. */
  readonly people: number | null;
  readonly sheets: readonly Sheet[] | null;
  /** What the office told, as it may be shown; null where it told nothing that holds. */
  readonly tally: { readonly people: ShownCount; readonly answers: readonly TallyRow[] } | null;
};

/** The question of the tally that a measure asks. */
const questions: Readonly<Record<string, string>> = {
  P02: 'safe_night',
  P02_day: 'safe_day',
  P03: turnTo('community_police'),
  P04: 'report',
  P04_woman: 'report_woman',
};

export const sessionsIn = (sessions: readonly SessionFact[], period: Period): readonly SessionFact[] =>
  sessions.filter(({ date }) => isIn(period, date));

export const sessionItems = (sessions: readonly SessionFact[]): Record<string, Item[]> => ({
  P01: sessions.map(({ tags }) => counted(tags)),
});

/** Lines of every measure that counts people or their answers; small numbers are hidden whoever reads them. */
export function answerLines(
  measures: readonly Measure[],
  sessions: readonly SessionFact[],
  below: number,
): ReadonlyMap<string, readonly ShownLine[]> {
  const lines = new Map<string, readonly ShownLine[]>();
  for (const measure of measures) {
    const question = questions[measure.key];
    if (measure.key === 'P01_people') lines.set(measure.key, peopleLines(measure, sessions, below));
    else if (question !== undefined) lines.set(measure.key, questionLines(measure, question, sessions, below));
  }
  const [report, toWoman] = [lines.get('P04'), lines.get('P04_woman')];
  if (report && toWoman) lines.set('P04_gap', differences(report, toWoman));
  return lines;
}

const isTold = (count: ShownCount | null): count is number => count !== null && isShown(count);

/** Percentage points by which more would report where a woman officer is there. */
function differences(before: readonly ShownLine[], after: readonly ShownLine[]): ShownLine[] {
  return before.map((line) => {
    const other = after.find(({ dimension, value }) => dimension === line.dimension && value === line.value);
    const both = line.figure !== null && other && other.figure !== null;
    return {
      ...line,
      numerator: null,
      denominator: null,
      figure: both ? tenths((other.figure ?? 0) - (line.figure ?? 0)) : null,
      leftOut: 0,
      withheld: Math.max(line.withheld, other?.withheld ?? 0),
    };
  });
}

function peopleLines(measure: Measure, sessions: readonly SessionFact[], below: number): readonly ShownLine[] {
  const here = sessions.flatMap(({ people, tags }) => (people === null ? [] : [counted(tags, people)]));
  const told = sessions.flatMap(({ people, tally, tags }) =>
    people === null ? [{ tags, of: 0, left: 0, high: tally?.people ?? 'hidden' } as const] : [],
  );
  const items = [{ measure, items: here }];
  const base = showHidden(items, below).get(measure.key) ?? [];
  return told.length === 0
    ? base
    : addTold(
        measure,
        base,
        told.flatMap((cell) => spread(measure, cell.tags, cell)),
      );
}

function questionLines(
  measure: Measure,
  question: string,
  sessions: readonly SessionFact[],
  below: number,
): readonly ShownLine[] {
  const own = linesOfQuestion(measure, question, sessions, below);
  if (!measure.dimensions.includes('trust_actor')) return own;
  const actors = new Set([
    ...sessions.flatMap(({ sheets }) => sheets?.flatMap((sheet) => sheet.turnTo.map(({ actor }) => actor)) ?? []),
    ...sessions.flatMap(({ tally }) => tally?.answers.flatMap(({ measure: asked }) => actorIn(asked)) ?? []),
  ]);
  const bare = { ...measure, dimensions: [] };
  const others = [...actors].toSorted().flatMap((actor) =>
    linesOfQuestion(bare, turnTo(actor), sessions, below).map((line) => ({
      ...line,
      dimension: 'trust_actor',
      value: actor,
    })),
  );
  return [...own, ...others];
}

const actorIn = (asked: string): string[] => (asked.startsWith(turnTo('')) ? [asked.slice(turnTo('').length)] : []);

function linesOfQuestion(
  measure: Measure,
  question: string,
  sessions: readonly SessionFact[],
  below: number,
): readonly ShownLine[] {
  const here: Counted = {
    measure,
    items: sessions.flatMap(({ sheets, tags }) => sheets?.flatMap((sheet) => sheetItem(sheet, question, tags)) ?? []),
  };
  const base = showHidden([here], below).get(measure.key) ?? [];
  const elsewhere = sessions.filter(({ sheets }) => sheets === null);
  if (elsewhere.length === 0) return base;
  return addTold(
    measure,
    base,
    elsewhere.flatMap((session) => toldCells(measure, question, session)),
  );
}

function sheetItem(sheet: Sheet, question: string, tags: Tags): Item[] {
  const answer = answerTo(sheet, question);
  if (answer === 'none') return [];
  const { sex, ageBand, displacement, disability } = sheet;
  const own = { ...tags, sex, age_band: ageBand, displacement_status: displacement, disability };
  return [judged(own, answer === 'left' ? null : answer === 'high')];
}

type Cell = { readonly high: ShownCount; readonly of: ShownCount; readonly left: ShownCount };
type ToldCell = Cell & { readonly dimension: string; readonly value: string };

/** One session's tally by the dimensions of the measure. A session that told nothing is one hidden cell of each place. */
function toldCells({ dimensions, key }: Measure, question: string, { tally, tags }: SessionFact): ToldCell[] {
  const hidden: Cell = { high: 'hidden', of: 'hidden', left: 0 };
  if (tally === null) return spread({ dimensions, key }, tags, hidden);
  const rows = tally.answers.filter(({ measure }) => measure === question);
  return rows.flatMap((row): ToldCell[] => {
    if (row.dimension === 'all') return spread({ dimensions, key }, tags, row);
    const own = dimensions.includes(row.dimension as Dimension)
      ? [{ ...cellIn(row), dimension: row.dimension, value: row.value }]
      : [];
    return [...own, ...(row.dimension === 'age_band' && dimensions.includes('age_group') ? ageCells(row) : [])];
  });
}

const cellIn = ({ high, of, left }: Cell): Cell => ({ high, of, left });

const ageCells = (row: TallyRow): ToldCell[] =>
  Object.entries(AGE_GROUPS).flatMap(([value, bands]) =>
    bands.includes(row.value) ? [{ ...cellIn(row), dimension: 'age_group', value }] : [],
  );

/** The whole of a session counts in the total and in each place and group it belongs to. */
function spread({ dimensions }: Pick<Measure, 'dimensions' | 'key'>, tags: Tags, cell: Cell): ToldCell[] {
  const places = dimensions.flatMap((dimension) => {
    const value = tags[dimension];
    return typeof value === 'string' ? [{ ...cellIn(cell), dimension, value }] : [];
  });
  return [{ ...cellIn(cell), dimension: 'all', value: '' }, ...places];
}

/** What is hidden in a cell is left out of the sum, and counted. */
function addTold(measure: Measure, base: readonly ShownLine[], cells: readonly ToldCell[]): readonly ShownLine[] {
  const keyOf = ({ dimension, value }: { readonly dimension: string; readonly value: string }) =>
    `${dimension}\n${value}`;
  const lines = new Map(base.map((line) => [keyOf(line), withoutHidden(measure, line)]));
  for (const cell of cells) {
    const { dimension, value } = cell;
    const before = lines.get(keyOf(cell)) ?? { ...nothing, dimension, value };
    lines.set(keyOf(cell), addCell(before, cell));
  }
  const order = ['all', ...measure.dimensions];
  return [...lines.values()]
    .map((line) => withFigure(measure, line))
    .toSorted((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension) || (a.value < b.value ? -1 : 1));
}

const nothing = { numerator: 0, denominator: 0, figure: null, leftOut: 0, withheld: 0 };

function withoutHidden({ kind }: Measure, line: ShownLine): ShownLine {
  const shown = isTold(line.numerator) && (kind === 'count' || isTold(line.denominator));
  return shown
    ? { ...line, denominator: line.denominator ?? 0 }
    : { ...line, ...nothing, withheld: 1, leftOut: line.leftOut };
}

function addCell(line: ShownLine, { high, of, left }: Cell): ShownLine {
  const leftOut = isShown(left) && isShown(line.leftOut) ? line.leftOut + left : 'hidden';
  if (!isShown(high) || !isShown(of)) return { ...line, leftOut, withheld: line.withheld + 1 };
  return {
    ...line,
    numerator: (isTold(line.numerator) ? line.numerator : 0) + high,
    denominator: (isTold(line.denominator) ? line.denominator : 0) + of,
    leftOut,
  };
}

function withFigure({ kind }: Measure, line: ShownLine): ShownLine {
  const { numerator: n, denominator: of } = line;
  if (kind === 'count') return { ...line, denominator: null, figure: isTold(n) ? n : null };
  return { ...line, figure: isTold(n) && isTold(of) && of > 0 ? tenths((n * 100) / of) : null };
}
