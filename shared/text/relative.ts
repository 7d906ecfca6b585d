/** @file How long ago, in whole days; the sentence itself ("3 days ago") is a plural key of the translations. */
import { daysBetween, inBaghdad } from './calendar.ts';

/** Days on the Iraqi calendar from one UTC moment to another: 1 across midnight, even after a minute. */
export function daysBetweenMoments(from: string, to: string): number {
  const start = inBaghdad(from);
  const end = inBaghdad(to);
  if (start === null || end === null) throw new RangeError('not a UTC moment');
  return daysBetween(start.date, end.date);
}

/** Days until a due date, seen at a UTC moment: 0 on the day, negative once it is overdue. */
export function daysUntil(dueDate: string, now: string): number {
  const today = inBaghdad(now);
  if (today === null) throw new RangeError('not a UTC moment');
  return daysBetween(today.date, dueDate);
}
