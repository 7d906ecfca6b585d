import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripIsolates } from './bidi.ts';
import { addDays, addMonths, daysBetween, inBaghdad, monthStart, weekStart } from './calendar.ts';
import {
  dateToInput,
  formatDateLong,
  formatDateNumeric,
  formatDateTime,
  formatDateWithWeekday,
  formatMonth,
  formatTime,
  isCalendarDate,
  parseDate,
  weekdayName,
} from './dates.ts';
import { toDigits } from './digits.ts';
import { LANGUAGES } from './languages.ts';
import { daysBetweenMoments, daysUntil } from './relative.ts';

const anyDate = fc.integer({ min: 0, max: 140_000 }).map((days) => addDays('1800-01-01', days));

describe('typed dates', () => {
  it.each([
    '10/02/2026',
    '١٠/٠٢/٢٠٢٦',
    '۱۰/۰۲/۲۰۲۶',
    '10.2.2026',
    '10-02-2026',
    '10 2 2026',
    ' 10 / 02 / 2026 ',
    '2026-02-10',
    '٢٠٢٦-٠٢-١٠',
    '\u206610/02/2026\u2069',
  ])('reads %s as 10 February 2026', (typed) => {
    expect(parseDate(typed)).toEqual({ ok: true, value: '2026-02-10' });
  });

  it.each(['31/02/2026', '29.2.2025', '00/01/2026', '10/13/2026', '2026-13-01', '1/1/0026'])(
    'refuses %s, a day that does not exist',
    (typed) => {
      expect(parseDate(typed)).toEqual({ ok: false, error: { code: 'field/impossible-date' } });
    },
  );

  it.each(['', '10/02/26', '10/2', '2026/02/10', '2026-2-10', '10 شباط 2026', '10//02/2026', '110/02/2026', 'x'])(
    'refuses %j, which has another form',
    (typed) => {
      expect(parseDate(typed)).toEqual({ ok: false, error: { code: 'field/bad-date' } });
    },
  );

  it('reads back what fields and columns show, in each set of digits', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('latin', 'arabic'), (date, digits) => {
        expect(parseDate(dateToInput(date))).toEqual({ ok: true, value: date });
        expect(parseDate(formatDateNumeric(date, digits))).toEqual({ ok: true, value: date });
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('stored dates', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-2-28', false],
    ['٢٠٢٦-٠٢-٢٨', false],
    ['2026-02-28T00:00:00Z', false],
    ['', false],
  ])('isCalendarDate(%j) is %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });
});

describe('shown dates', () => {
  it.each([
    ['ar-IQ', 'arabic', '٩ كانون الثاني ٢٠٢٦'],
    ['ar-IQ', 'latin', '9 كانون الثاني 2026'],
    ['ckb-IQ', 'arabic', '٩ی کانوونی دووەمی ٢٠٢٦'],
    ['ckb-IQ', 'latin', '9ی کانوونی دووەمی 2026'],
    ['en', 'latin', '9 January 2026'],
    ['en', 'arabic', '9 January 2026'],
  ] as const)('long in %s with %s digits', (language, digits, expected) => {
    expect(formatDateLong('2026-01-09', language, digits)).toBe(expected);
  });

  it('shows a text that is no date as it is', () => {
    expect(formatDateLong('2026-02-31', 'ar-IQ')).toBe('2026-02-31');
    expect(formatDateNumeric('?')).toBe('?');
    expect(formatMonth('?', 'en')).toBe('?');
    expect(formatDateTime('?', 'en')).toBe('?');
  });

  it('writes numeric dates with slashes inside an isolate', () => {
    expect(formatDateNumeric('2026-01-09', 'arabic')).toBe('\u2066٠٩/٠١/٢٠٢٦\u2069');
    expect(stripIsolates(formatDateNumeric('2026-01-09'))).toBe('09/01/2026');
  });

  it('names months and days in each language', () => {
    expect(LANGUAGES.map((language) => formatMonth('2026-11', language))).toEqual([
      'تشرين الثاني 2026',
      'تشرینی دووەمی 2026',
      'November 2026',
    ]);
    expect(LANGUAGES.map((language) => weekdayName('2026-01-09', language))).toEqual(['الجمعة', 'هەینی', 'Friday']);
    expect(formatDateWithWeekday('2026-01-09', 'en')).toBe('Friday, 9 January 2026');
    expect(formatDateWithWeekday('2026-01-09', 'ar-IQ')).toBe('الجمعة، 9 كانون الثاني 2026');
  });
});

describe('moments', () => {
  it('are shown in Iraqi time, three hours ahead all year', () => {
    expect(formatDateTime('2026-01-09T07:42:10.123Z', 'en')).toBe('9 January 2026, 10:42');
    expect(formatDateTime('2026-07-31T21:30:00Z', 'ar-IQ', 'arabic')).toBe('١ آب ٢٠٢٦، ٠٠:٣٠');
    expect(formatTime('2026-01-09T12:30:00Z', 'ckb-IQ')).toBe('15:30');
    expect(inBaghdad('2025-12-31T21:00:00Z')).toEqual({ date: '2026-01-01', time: '00:00' });
    expect(inBaghdad('2026-01-09')).toBeNull();
    expect(inBaghdad('2026-13-09T07:42:10Z')).toBeNull();
  });

  it('are apart by days of the calendar', () => {
    expect(daysBetweenMoments('2026-01-08T20:59:00Z', '2026-01-08T21:01:00Z')).toBe(1);
    expect(daysUntil('2026-01-08', '2026-01-08T21:01:00Z')).toBe(-1);
  });
});

describe('arithmetic', () => {
  it('starts weeks on Saturday', () => {
    expect(weekStart('2026-01-09')).toBe('2026-01-03');
    expect(weekStart('2026-01-03')).toBe('2026-01-03');
    expect(weekStart('2026-01-04')).toBe('2026-01-03');
  });

  it('adds days and months', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(monthStart('2026-01-31')).toBe('2026-01-01');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        fc.pre(isCalendarDate(addDays(date, days)));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('agrees with the platform wherever the platform has tables', () => {
    const platform = new Intl.DateTimeFormat('ar-IQ', { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'arab' });
    for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']) {
      const date = `2026-${month}-09`;
      const expected = platform.format(new Date(`${date}T00:00:00Z`));
      expect(formatDateLong(date, 'ar-IQ', 'arabic')).toBe(toDigits(expected, 'arabic'));
    }
  });
});
