/**
 * @file Where small numbers are hidden, periods must not tell by subtraction what each of them hides: who holds a year and
 * three of its quarters would know the fourth. A quarter is the finest period in which people are counted, and a half-year
 * or year shows a number only where each of its quarters shows it.
 */
import { addMonths } from '#shared/text/calendar.ts';
import type { Measure } from './define.ts';
import { kindOfPeriod, type Period, periodAround } from './period.ts';
import type { ShownLine } from './shown.ts';

export type LinesByMeasure = ReadonlyMap<string, readonly ShownLine[]>;

/** `lines`: of the period, hidden by themselves; `read`: the same of another period. */
export async function hiddenAcrossPeriods(
  lines: LinesByMeasure,
  measures: readonly Pick<Measure, 'key' | 'people'>[],
  period: Period,
  read: (period: Period) => Promise<LinesByMeasure>,
): Promise<LinesByMeasure> {
  const ofPeople = new Set(measures.flatMap(({ key, people }) => (people === undefined ? [] : [key])));
  const change = (alter: (key: string, line: ShownLine) => ShownLine): LinesByMeasure =>
    new Map(
      [...lines].map(([key, own]) => [key, ofPeople.has(key) ? own.map((line) => alter(key, line)) : own] as const),
    );
  if (kindOfPeriod(period) === 'month') return change((_, line) => hideBy(line, [allHidden]));
  const quarters: LinesByMeasure[] = [];
  for (const quarter of quartersIn(period)) quarters.push(await read(quarter));
  if (quarters.length < 2) return lines;
  return change((key, line) =>
    hideBy(
      line,
      quarters.flatMap((quarter) => sameLine(quarter.get(key), line)),
    ),
  );
}

/** The calendar quarters of a half-year or year; of any other period none. */
export function quartersIn(period: Period): readonly Period[] {
  const kind = kindOfPeriod(period);
  const months = kind === 'year' ? [0, 3, 6, 9] : kind === 'half' ? [0, 3] : [];
  return months.map((month) => periodAround('quarter', addMonths(period.from, month)));
}

const sameLine = (lines: readonly ShownLine[] | undefined, { dimension, value }: ShownLine): readonly ShownLine[] =>
  (lines ?? []).filter((line) => line.dimension === dimension && line.value === value);

type Numbers = Pick<ShownLine, 'numerator' | 'denominator' | 'leftOut'>;
const allHidden: Numbers = { numerator: 'hidden', denominator: 'hidden', leftOut: 'hidden' };

/** A number that is not shown in one of the others is not shown here; nor is a figure made of it. */
function hideBy(line: ShownLine, others: readonly Numbers[]): ShownLine {
  const shown = <K extends keyof Numbers>(column: K): ShownLine[K] =>
    typeof line[column] === 'number' && others.some((other) => typeof other[column] === 'string')
      ? 'hidden'
      : line[column];
  const hidden = { numerator: shown('numerator'), denominator: shown('denominator'), leftOut: shown('leftOut') };
  const isWhole = [hidden.numerator, hidden.denominator].every((one) => typeof one !== 'string');
  return {
    ...line,
    ...hidden,
    figure: isWhole && others.every(({ denominator }) => typeof denominator !== 'string') ? line.figure : null,
  };
}
