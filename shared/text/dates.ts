/** @file Dates as people read and type them, in three languages, without the platform's tables. */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isolateLtr, stripBidiControls } from './bidi.ts';
import { dateOf, dayExists, inBaghdad, partsOf, isCalendarDate as isRealDate, weekdayOf } from './calendar.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import { type Digits, digitsFor, foldDigits, toDigits } from './digits.ts';
import type { Language } from './languages.ts';

export type DateProblem = { readonly code: 'field/bad-date' | 'field/impossible-date' };

/** Whether the text is a stored calendar date: `YYYY-MM-DD` in 0-9, a day that exists, from 1800 to 2199. */
export const isCalendarDate = isRealDate;

/**
 * Reads a typed date: day, month, year in that order, separated by `/ . -` or space, or `YYYY-MM-DD`; any of the three
 * sets of digits, a year of four digits. Answers `YYYY-MM-DD`. `field/bad-date` if it has another form,
 * `field/impossible-date` for a day that does not exist, such as 31/02/2026: nothing is ever corrected in silence.
 */
export function parseDate(typed: string): Result<string, DateProblem> {
  const text = foldDigits(stripBidiControls(typed)).trim();
  const match =
    /^(?<day>[0-9]{1,2})\s*[/.\-\s]\s*(?<month>[0-9]{1,2})\s*[/.\-\s]\s*(?<year>[0-9]{4})$/.exec(text) ??
    /^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})$/.exec(text);
  if (!match?.groups) return err({ code: 'field/bad-date' });
  const { year, month, day } = match.groups;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return dayExists(parts) ? ok(dateOf(parts)) : err({ code: 'field/impossible-date' });
}

/**
 * `9 January 2026`, `٩ كانون الثاني ٢٠٢٦`, `٩ی کانوونی دووەمی ٢٠٢٦`. A text that is no calendar date is shown as it
 * is, since another office may have sent it.
 */
export function formatDateLong(date: string, language: Language, digits: Digits = 'latin'): string {
  const parts = partsOf(date);
  if (parts === null) return date;
  const day = language === 'ckb-IQ' ? `${parts.day}ی` : String(parts.day);
  return toDigits(`${day} ${monthAndYear(parts.year, parts.month, language)}`, digitsFor(language, digits));
}

/** The long date with its day of the week: `Friday, 9 January 2026`. */
export function formatDateWithWeekday(date: string, language: Language, digits: Digits = 'latin'): string {
  if (!isCalendarDate(date)) return date;
  return `${weekdayName(date, language)}${language === 'en' ? ',' : '،'} ${formatDateLong(date, language, digits)}`;
}

/**
 * `09/01/2026` in a left-to-right isolate, for narrow columns; running text takes the long form. Always with slashes:
 * among ٠-٩ a hyphen reverses the parts even inside an isolate.
 */
export function formatDateNumeric(date: string, digits: Digits = 'latin'): string {
  return isCalendarDate(date) ? isolateLtr(toDigits(dateToInput(date), digits)) : date;
}

/** `09/01/2026` in 0-9 without marks: what a date field shows for a stored date, and `parseDate` reads back. */
export function dateToInput(date: string): string {
  return isCalendarDate(date) ? date.split('-').reverse().join('/') : date;
}

/** `January 2026` for `2026-01` or any day of that month. */
export function formatMonth(month: string, language: Language, digits: Digits = 'latin'): string {
  const parts = partsOf(`${month.slice(0, 7)}-01`);
  if (parts === null) return month;
  const name = monthAndYear(parts.year, parts.month, language);
  return toDigits(name, digitsFor(language, digits));
}

/** Name of the day of the week; empty for a text that is no calendar date. */
export const weekdayName = (date: string, language: Language): string =>
  isCalendarDate(date) ? (WEEKDAY_NAMES[language][weekdayOf(date)] ?? '') : '';

/** `9 January 2026, 10:42` in Iraqi time, 24 hours. A text that is no UTC moment is shown as it is. */
export function formatDateTime(moment: string, language: Language, digits: Digits = 'latin'): string {
  const local = inBaghdad(moment);
  if (local === null) return moment;
  const time = toDigits(local.time, digitsFor(language, digits));
  return `${formatDateLong(local.date, language, digits)}${language === 'en' ? ',' : '،'} ${time}`;
}

/** `10:42` in Iraqi time, 24 hours. */
export function formatTime(moment: string, language: Language, digits: Digits = 'latin'): string {
  const local = inBaghdad(moment);
  return local === null ? moment : toDigits(local.time, digitsFor(language, digits));
}

/** Kurdish binds month to year with ی; every name of a month ends in a consonant, so the letter is always ی. */
function monthAndYear(year: number, month: number, language: Language): string {
  const name = MONTH_NAMES[language][month - 1] ?? '';
  return `${name}${language === 'ckb-IQ' ? 'ی' : ''} ${year}`;
}
