/** @file How values enter a sentence: `{{id, ltr}}`, `{{name, iso}}`, `{{count, number}}` and so on. */
import { isolate, isolateLtr } from '#shared/text/bidi.ts';
import { inBaghdad } from '#shared/text/calendar.ts';
import { formatDateLong, formatDateTime, formatMonth, formatTime } from '#shared/text/dates.ts';
import type { Digits } from '#shared/text/digits.ts';
import type { Language } from '#shared/text/languages.ts';
import { formatList } from '#shared/text/lists.ts';
import { formatNumber, formatPercent } from '#shared/text/numbers.ts';

export type Formatter = (value: unknown, language: Language, digits: Digits) => string;

/**
 * By name. `ltr` for identifiers, phones, paths (0-9 always); `iso` for names and other typed text; `number`;
 * `percent` for a share of one; `date` for a calendar date or the Iraqi day of a moment; `time` and `dateTime` for a
 * moment; `month` for `YYYY-MM`; `list` for names; `size` for bytes. A value of another type is a bug and throws.
 */
export const FORMATTERS = {
  ltr: (value) => isolateLtr(textOf(value)),
  iso: (value) => isolate(textOf(value)),
  number: (value, language, digits) => formatNumber(numberOf(value), language, digits),
  percent: (value, language, digits) => formatPercent(numberOf(value), language, digits),
  date: (value, language, digits) => {
    const text = textOf(value);
    return formatDateLong(inBaghdad(text)?.date ?? text, language, digits);
  },
  time: (value, language, digits) => formatTime(textOf(value), language, digits),
  dateTime: (value, language, digits) => formatDateTime(textOf(value), language, digits),
  month: (value, language, digits) => formatMonth(textOf(value), language, digits),
  list: (value, language) => formatList(listOf(value), language),
  size: (value, language, digits) => formatSize(numberOf(value), language, digits),
} as const satisfies Record<string, Formatter>;

export type FormatterName = keyof typeof FORMATTERS;

export const isFormatterName = (name: string): name is FormatterName => Object.hasOwn(FORMATTERS, name);

/** Bytes in the unit people know from their sticks, by thousands: `12.5 MB`. Units stay Latin, so the whole is isolated. */
export function formatSize(bytes: number, language: Language, digits: Digits = 'latin'): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const number = formatNumber(value, language, digits, value < 100 && unit > 0 ? 1 : 0);
  return isolateLtr(`${number} ${units[unit]}`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError(`a sentence was given ${typeof value} instead of text`);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`a sentence was given ${typeof value} instead of a number`);
}

function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new TypeError('a sentence was given something else than a list of texts');
}
