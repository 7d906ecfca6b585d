/**
 * @file From the answer sheets of security mappings to the figures that are shown: feeling safe by day and by night,
 * whom people would turn to, and whether women would report to the police. Small numbers are hidden here, once, for
 * every screen and for what leaves the office.
 */
import type { PerceptionScale } from './generated/code-lists.ts';
import {
  type AnswerCounts,
  hideSums,
  isShown,
  type ShownAnswers,
  type ShownCount,
  showAnswers,
  showBrokenDown,
} from './small-cells.ts';

/** Answers of one person, without a name. `reports`: asked of women; null where it was not asked. */
export type Sheet = {
  readonly sex: string;
  readonly ageBand: string;
  readonly displacement: string;
  readonly disability: string;
  readonly safeDay: string;
  readonly safeNight: string;
  readonly turnTo: readonly { readonly actor: string; readonly answer: string }[];
  readonly reports: string | null;
  readonly reportsToWoman: string | null;
};

/** What people are told apart by; `all` for everybody together. */
export const TALLY_DIMENSIONS = ['all', 'sex', 'age_band', 'displacement_status', 'disability'] as const;
export type TallyDimension = (typeof TALLY_DIMENSIONS)[number];

/** `safe_day`, `safe_night`, `report`, `report_woman`, or `turn_to.<actor>`. */
export type TallyRow = {
  readonly measure: string;
  readonly dimension: string;
  /** A code of the dimension's list; empty for `all`. */
  readonly value: string;
} & ShownAnswers;

export type CountRow = { readonly dimension: string; readonly value: string; readonly count: ShownCount };

const points: Readonly<Record<string, number>> = {
  very_low: 1,
  low: 2,
  medium: 3,
  high: 4,
  very_high: 5,
} satisfies Record<Exclude<PerceptionScale, 'refused'>, number>;

/** 1 to 5; null without an answer. */
export const pointsOf = (answer: string): number | null => points[answer] ?? null;

export const turnTo = (actor: string): string => `turn_to.${actor}`;

/** People by sex and by age band, with their sum. */
export function tallyPeople(
  lines: readonly { readonly sex: string; readonly ageBand: string; readonly count: number }[],
  below: number,
): CountRow[] {
  const tables = [
    { dimension: 'sex', counts: countBy(lines, ({ sex }) => sex) },
    { dimension: 'age_band', counts: countBy(lines, ({ ageBand }) => ageBand) },
  ];
  const people = lines.reduce((sum, { count }) => sum + count, 0);
  const shown = showBrokenDown(
    tables.map(({ counts }) => [...counts.values()]),
    people,
    below,
  );
  return [
    { dimension: 'all', value: '', count: shown.all },
    ...tables.flatMap(({ dimension, counts }, table) =>
      [...counts.keys()].map((value, index) => ({ dimension, value, count: shown.parts[table]?.[index] ?? 'hidden' })),
    ),
  ];
}

function countBy<L extends { readonly count: number }>(
  lines: readonly L[],
  keyOf: (line: L) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + line.count);
  return counts;
}

/** Every question that was asked, by everything people are told apart by. */
export function tallySheets(sheets: readonly Sheet[], below: number): TallyRow[] {
  const women = sheets.filter(({ sex }) => sex === 'female');
  const actors = [...new Set(sheets.flatMap((sheet) => sheet.turnTo.map(({ actor }) => actor)))].toSorted();
  return [
    ...tallyQuestion({ measure: 'safe_day', sheets, answerOf: (sheet) => scaleAnswer(sheet.safeDay) }, below),
    ...tallyQuestion({ measure: 'safe_night', sheets, answerOf: (sheet) => scaleAnswer(sheet.safeNight) }, below),
    ...actors.flatMap((actor) =>
      tallyQuestion({ measure: turnTo(actor), sheets, answerOf: (sheet) => actorAnswer(sheet, actor) }, below),
    ),
    ...tallyQuestion({ measure: 'report', sheets: women, answerOf: ({ reports }) => yesNoAnswer(reports) }, below),
    ...tallyQuestion(
      { measure: 'report_woman', sheets: women, answerOf: ({ reportsToWoman }) => yesNoAnswer(reportsToWoman) },
      below,
    ),
  ];
}

/** `none`: the question was not put to this person. */
type Answer = keyof AnswerCounts | 'none';

const scaleAnswer = (answer: string): Answer => {
  const value = pointsOf(answer);
  return value === null ? 'left' : value >= 4 ? 'high' : 'low';
};
const actorAnswer = (sheet: Sheet, actor: string): Answer => {
  const given = sheet.turnTo.find((one) => one.actor === actor);
  return given ? scaleAnswer(given.answer) : 'none';
};
const yesNoAnswer = (answer: string | null): Answer =>
  answer === null ? 'none' : answer === 'yes' ? 'high' : answer === 'no' ? 'low' : 'left';

/** What a sheet says to a question, named as in `TallyRow`. */
export function answerTo(sheet: Sheet, question: string): Answer {
  if (question === 'safe_day') return scaleAnswer(sheet.safeDay);
  if (question === 'safe_night') return scaleAnswer(sheet.safeNight);
  if (question.startsWith(turnTo(''))) return actorAnswer(sheet, question.slice(turnTo('').length));
  if (sheet.sex !== 'female') return 'none';
  return yesNoAnswer(question === 'report' ? sheet.reports : sheet.reportsToWoman);
}

type Question = {
  readonly measure: string;
  readonly sheets: readonly Sheet[];
  readonly answerOf: (sheet: Sheet) => Answer;
};

const valueIn: Readonly<Record<Exclude<TallyDimension, 'all'>, (sheet: Sheet) => string>> = {
  sex: ({ sex }) => sex,
  age_band: ({ ageBand }) => ageBand,
  displacement_status: ({ displacement }) => displacement,
  disability: ({ disability }) => disability,
};

function tallyQuestion({ measure, sheets, answerOf }: Question, below: number): TallyRow[] {
  const asked = sheets.filter((sheet) => answerOf(sheet) !== 'none');
  if (asked.length === 0) return [];
  const show = (some: readonly Sheet[]) => showAnswers(countAnswers(some, answerOf), below);
  const tables = Object.entries(valueIn).map(([dimension, of]) => {
    const values = [...new Set(asked.map(of))].toSorted();
    return { dimension, values, lines: values.map((value) => show(asked.filter((sheet) => of(sheet) === value))) };
  });
  const all = show(asked);
  const columnOf = (name: keyof ShownAnswers) =>
    hideSums({ parts: tables.map(({ lines }) => lines.map((line) => line[name])), all: all[name] });
  const columns = { high: columnOf('high'), of: columnOf('of'), left: columnOf('left') };
  const cell = (name: keyof ShownAnswers, table: number, line: number) =>
    columns[name].parts[table]?.[line] ?? 'hidden';
  return [
    { measure, dimension: 'all', value: '', high: columns.high.all, of: columns.of.all, left: columns.left.all },
    ...tables.flatMap(({ dimension, values }, table) =>
      values.map((value, line) => ({
        measure,
        dimension,
        value,
        high: cell('high', table, line),
        of: cell('of', table, line),
        left: cell('left', table, line),
      })),
    ),
  ];
}

function countAnswers(sheets: readonly Sheet[], answerOf: (sheet: Sheet) => Answer): AnswerCounts {
  const counts = { high: 0, low: 0, left: 0 };
  for (const sheet of sheets) {
    const answer = answerOf(sheet);
    if (answer !== 'none') counts[answer] += 1;
  }
  return counts;
}

/** `leftOut`: in so many of the tallies the line was hidden, and is not in the sums. */
export type SummedRow = TallyRow & { readonly leftOut: number };

/**
 * Adds up tallies in which small numbers are hidden already, as whoever got no answers has to. What is hidden in one of
 * them is left out of the sums, and it is said how often.
 */
export function sumTallies(tallies: readonly (readonly TallyRow[])[]): SummedRow[] {
  const sums = new Map<string, SummedRow>();
  for (const row of tallies.flat()) {
    const { measure, dimension, value } = row;
    const key = `${measure}\n${dimension}\n${value}`;
    const before = sums.get(key) ?? { measure, dimension, value, high: 0, of: 0, left: 0, leftOut: 0 };
    sums.set(key, addRow(before, row));
  }
  return [...sums.values()];
}

function addRow(sum: SummedRow, { high, of, left }: ShownAnswers): SummedRow {
  const both = isShown(high) && isShown(of);
  return {
    ...sum,
    high: both ? plus(sum.high, high) : sum.high,
    of: both ? plus(sum.of, of) : sum.of,
    left: plus(sum.left, left),
    leftOut: sum.leftOut + (both ? 0 : 1),
  };
}

const plus = (a: ShownCount, b: ShownCount): ShownCount => (isShown(a) && isShown(b) ? a + b : 'hidden');

/** Both rounds need so many answers in a cell before a change between them is shown. */
export const answersToCompare = 30;

/** As a tally has them, or a screen that got them. */
type Figures = { readonly high: number | string; readonly of: number | string };

/** Per mille; null when nobody answered, or when it is hidden. */
export const shareOf = ({ high, of }: Figures): number | null =>
  isShown(high) && isShown(of) && of > 0 ? Math.round((high * 1000) / of) : null;

/** How the share changed from one round to another, in tenths of a per cent point; null where it may not be compared. */
export function changeOfShare(before: Figures | undefined, after: Figures | undefined): number | null {
  if (!before || !after || !hasEnough(before.of) || !hasEnough(after.of)) return null;
  const [from, to] = [shareOf(before), shareOf(after)];
  return from === null || to === null ? null : to - from;
}

const hasEnough = (of: number | string): boolean => isShown(of) && of >= answersToCompare;
