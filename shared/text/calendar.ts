/**
 * @file Arithmetic on calendar days. A day is the text `YYYY-MM-DD` everywhere: it is what a person entered and has no
 * time and no zone. Moments are UTC ISO 8601 text and are shown in Iraqi time.
 */

/** Iraq keeps UTC+3 all year (Asia/Baghdad, no summer time since 2008). */
const BAGHDAD_OFFSET_MS = 3 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days outside are slips of the pen: no paper in an office is older than the land registry of Ottoman times. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/** Whether the text is `YYYY-MM-DD` in 0-9 and names a day that exists, from 1800 to 2199. */
export const isCalendarDate = (text: string): boolean => partsOf(text) !== null;

/** The text where it is a calendar date, else null: what another office sent may be any text. */
export const calendarDateOf = (text: string | null): string | null =>
  text !== null && isCalendarDate(text) ? text : null;

/** Year, month 1-12 and day; null if the text is no calendar date. */
export function partsOf(text: string): DayParts | null {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return dayExists(parts) ? parts : null;
}

export function dayExists({ year, month, day }: DayParts): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD` of parts that exist. */
export const dateOf = ({ year, month, day }: DayParts): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day `days` later (earlier if negative). Throws on a text that is no calendar date. */
export const addDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = requireParts(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return dateOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative if `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Orders by day, the earliest first; of one day as they stand. */
export const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date === b.date ? 0 : a.date < b.date ? -1 : 1;

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: string): number => new Date(dayNumber(date) * DAY_MS).getUTCDay();

/** The Saturday on or before the day: weeks in Iraq start on Saturday. */
export const weekStart = (date: string): string => addDays(date, -((weekdayOf(date) + 1) % 7));

/** First day of the day's month. */
export const monthStart = (date: string): string => `${date.slice(0, 8)}01`;

/** Calendar day and clock time (`HH:mm`, 24 hours) in Iraq at a UTC moment; null if the text is no moment. */
export function inBaghdad(moment: string): { readonly date: string; readonly time: string } | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(moment)) return null;
  const epochMs = Date.parse(moment);
  if (Number.isNaN(epochMs)) return null;
  const shifted = new Date(epochMs + BAGHDAD_OFFSET_MS).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayNumber(date: string): number {
  const { year, month, day } = requireParts(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function requireParts(date: string): DayParts {
  const parts = partsOf(date);
  if (parts === null) throw new RangeError('not a calendar date');
  return parts;
}
