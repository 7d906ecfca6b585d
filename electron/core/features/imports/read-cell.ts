/** @file What one cell says to one field: a value, or what is wrong with it. Nothing is corrected in silence. */
import type { Cell } from '#core/sheets/sheet.ts';
import { NO_WORDS, YES_WORDS } from '#shared/domain/sheet-aliases.ts';
import type { SheetField } from '#shared/domain/sheet-fields.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { addDays } from '#shared/text/calendar.ts';
import { parseDate } from '#shared/text/dates.ts';
import { foldDigits } from '#shared/text/digits.ts';
import { fold } from '#shared/text/fold.ts';
import { parseCount, parseNumber } from '#shared/text/numbers.ts';
import { parseTime } from '#shared/text/times.ts';
import type { Lookups } from './lookups.ts';

export type CellValue = string | number | boolean | readonly string[];
type CellFault = { readonly code: string };
type Read = Result<CellValue, CellFault>;

export type Reader = { readonly lookups: Lookups; readonly from1904: boolean };

/** The cell is not empty. */
export function readCell(field: SheetField, cell: Cell, { lookups, from1904 }: Reader): Read {
  switch (field.cell) {
    case 'line':
    case 'mark':
      return readText(cell);
    case 'lines':
      return ok(partsOf(cell));
    case 'day':
      return readDay(cell, from1904);
    case 'days':
      return typeof cell === 'number'
        ? listed(readDay(cell, from1904))
        : allOf(partsOf(cell), (part) => readDay(part, from1904));
    case 'time':
      return readTime(cell);
    case 'count':
      return typeof cell === 'number' ? wholeNumber(cell) : parseCount(cell);
    case 'hours':
    case 'amount':
      return readAmount(cell);
    case 'flag':
      return readFlag(cell);
    case 'codes':
      return allOf(partsOf(cell), (part) => find(field, part, lookups));
    default:
      return find(field, textOf(cell), lookups);
  }
}

/** More digits than a spreadsheet program keeps: what it shows is no longer what was typed. */
const exactDigits = 1e15;

function readText(cell: Cell): Read {
  if (typeof cell === 'string') return ok(cell);
  return Math.abs(cell) >= exactDigits ? err({ code: 'field/digits-lost' }) : ok(textOf(cell));
}

/** A number as people wrote it, without what binary fractions add behind the fifteenth digit. */
export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : String(Number(cell.toPrecision(15))));

const partsOf = (cell: Cell): string[] =>
  textOf(cell)
    .split(/[;؛\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function allOf(parts: readonly string[], read: (part: string) => Read): Read {
  const values: string[] = [];
  for (const part of parts) {
    const value = read(part);
    if (!value.ok) return value;
    if (!values.includes(String(value.value))) values.push(String(value.value));
  }
  return ok(values);
}

const listed = (read: Read): Read => (read.ok ? ok([String(read.value)]) : read);

/** Serials of 1930 and 2199: a bare number outside of them is a year or a mistake. */
const firstSerial = 10_959;
const lastSerial = 109_574;

function readDay(cell: Cell, from1904: boolean): Read {
  if (typeof cell === 'string') return parseDate(cell.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]*Z?$/, '$1'));
  const serial = Math.floor(cell) + (from1904 ? 1462 : 0);
  if (serial < firstSerial || serial > lastSerial) return err({ code: 'field/bad-date' });
  return ok(addDays('1899-12-30', serial));
}

const minutesOfDay = 24 * 60;

function readTime(cell: Cell): Read {
  if (typeof cell === 'string') return parseTime(cell.replace(/^(.*\d:\d{2}):\d{2}$/, '$1'));
  if (Number.isInteger(cell)) return parseTime(String(cell));
  const minutes = Math.round((cell - Math.floor(cell)) * minutesOfDay) % minutesOfDay;
  return parseTime(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
}

const wholeNumber = (value: number): Read =>
  Number.isSafeInteger(value) && value >= 0 ? ok(value) : err({ code: 'field/bad-number' });

function readAmount(cell: Cell): Read {
  const value = parseNumber(textOf(cell), 2);
  return value.ok && value.value < 0 ? err({ code: 'field/bad-number' }) : value;
}

function readFlag(cell: Cell): Read {
  const word = fold(textOf(cell));
  if (yes.has(word)) return ok(true);
  return no.has(word) ? ok(false) : err({ code: 'field/unknown-code' });
}

const yes: ReadonlySet<string> = new Set(YES_WORDS.map(fold));
const no: ReadonlySet<string> = new Set(NO_WORDS.map(fold));

const unknown: Readonly<Record<string, string>> = {
  place: 'field/unknown-place',
  forum: 'field/unknown-name',
  site: 'field/unknown-name',
  partner: 'field/unknown-name',
};

function find({ key, cell }: SheetField, text: string, lookups: Lookups): Read {
  const found = [...(lookups.get(key)?.get(fold(text)) ?? [])];
  if (found.length > 1) return err({ code: 'field/name-twice' });
  const [value] = found;
  return value === undefined ? err({ code: unknown[cell] ?? 'field/unknown-code' }) : ok(value);
}

/** Digits and letters alone: as marks are compared. */
export const markKey = (text: string): string => fold(foldDigits(text)).replaceAll(' ', '');
