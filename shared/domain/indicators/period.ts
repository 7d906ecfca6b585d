/** @file The period of a report: first and last day, both included. */
import { addDays, addMonths, daysBetween, monthStart } from '#shared/text/calendar.ts';

export type Period = { readonly from: string; readonly to: string };

export const isIn = ({ from, to }: Period, day: string | null): boolean => day !== null && day >= from && day <= to;

/** The twelve months that end with the period. */
export const yearBefore = ({ to }: Period): Period => ({ from: addDays(addMonths(to, -12), 1), to });

/** First days of the calendar months that the period touches. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** How many months a calendar period has. */
const spans = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type PeriodKind = keyof typeof spans;
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];

/** The month, quarter, half-year or year that holds a day. */
export function periodAround(kind: PeriodKind, day: string): Period {
  const length = spans[kind];
  const start = monthStart(day);
  const from = addMonths(start, -((Number(start.slice(5, 7)) - 1) % length));
  return { from, to: addDays(addMonths(from, length), -1) };
}

/** Which calendar period it is; null for own dates. */
export const kindOfPeriod = ({ from, to }: Period): PeriodKind | null =>
  PERIOD_KINDS.find((kind) => {
    const around = periodAround(kind, from);
    return around.from === from && around.to === to;
  }) ?? null;

/** The one before of the same kind; of own dates as many days. */
export function periodBefore(period: Period): Period {
  const kind = kindOfPeriod(period);
  const last = addDays(period.from, -1);
  return kind ? periodAround(kind, last) : { from: addDays(last, -daysBetween(period.from, period.to)), to: last };
}
