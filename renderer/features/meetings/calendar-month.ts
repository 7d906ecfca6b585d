/** @file A month as a calendar shows it: whole weeks, from Saturday. */
import { addDays, addMonths, monthStart, weekStart } from '#shared/text/calendar.ts';

/** The days of the weeks that the month touches, week by week. */
export function weeksOfMonth(day: string): readonly (readonly string[])[] {
  const first = monthStart(day);
  const next = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let start = weekStart(first); start < next; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)));
  }
  return weeks;
}

export const isInMonth = (day: string, month: string): boolean => day.slice(0, 7) === month.slice(0, 7);
