import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripIsolates } from './bidi.ts';
import { DIGITS, foldDigits, toDigits } from './digits.ts';
import { LANGUAGES } from './languages.ts';
import { formatNumber, formatPercent, parseCount, parseNumber, parsePercent } from './numbers.ts';

const bad = { ok: false, error: { code: 'field/bad-number' } };

describe('digits', () => {
  it('folds three sets to 0-9 and shows two', () => {
    expect(foldDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789')).toBe('0123456789 0123456789 0123456789');
    expect(toDigits('زقاق 12 دار ۳', 'arabic')).toBe('زقاق ١٢ دار ٣');
    expect(toDigits('زقاق ١٢ دار ۳', 'latin')).toBe('زقاق 12 دار 3');
  });
});

describe('typed numbers', () => {
  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['١٬٢٣٤', 1234],
    ['۱۲۳۴', 1234],
    ['١٬٢٣٤٫٥', 1234.5],
    ['1,234.50', 1234.5],
    ['١،٢٣٤', 1234],
    ['-5', -5],
    ['\u2066−5\u2069', -5],
    ['-0', 0],
    [' 7 ', 7],
    ['007', 7],
  ])('reads %s', (typed, expected) => {
    expect(parseNumber(typed)).toEqual({ ok: true, value: expected });
  });

  it.each(['', '1,5', '1.', '.5', '12,34', '1,2345', '1e3', '0x10', 'NaN', '1 2', '--1', '9007199254740993', '١٫٢٫٣'])(
    'refuses %j',
    (typed) => {
      expect(parseNumber(typed)).toEqual(bad);
    },
  );

  it('reads counts without sign or decimals', () => {
    expect(parseCount('٢٥')).toEqual({ ok: true, value: 25 });
    expect(parseCount('-1')).toEqual(bad);
    expect(parseCount('1.5')).toEqual(bad);
    expect(parseNumber('1.255', 2)).toEqual(bad);
  });
});

describe('shown numbers', () => {
  it('groups and signs them for each language', () => {
    expect(formatNumber(1234567.5, 'ar-IQ', 'arabic')).toBe('١٬٢٣٤٬٥٦٧٫٥');
    expect(formatNumber(1234567.5, 'ckb-IQ', 'arabic')).toBe('١٬٢٣٤٬٥٦٧٫٥');
    expect(formatNumber(1234567.5, 'ar-IQ')).toBe('1,234,567.5');
    expect(formatNumber(1234, 'en', 'arabic')).toBe('1,234');
    expect(formatNumber(-5, 'ar-IQ')).toBe('\u2066−5\u2069');
    expect(formatNumber(-5, 'en')).toBe('−5');
    expect(formatNumber(-0.001, 'en', 'latin', 2)).toBe('0');
    expect(formatNumber(100, 'en')).toBe('100');
    expect(formatNumber(Number.NaN, 'en')).toBe('–');
  });

  it('writes percentages so that the sign stays with its number', () => {
    expect(formatPercent(0.125, 'en')).toBe('12.5%');
    expect(formatPercent(0.125, 'ar-IQ')).toBe('\u206612.5%\u2069');
    expect(formatPercent(0.125, 'ckb-IQ', 'arabic')).toBe('\u2067١٢٫٥٪\u2069');
    expect(parsePercent('%12.5')).toEqual({ ok: true, value: 0.125 });
  });

  it('are read back as they were', () => {
    const anyNumber = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...LANGUAGES), fc.constantFrom(...DIGITS), (value, language, digits) => {
        const expected = { ok: true, value: value === 0 ? 0 : value };
        expect(parseNumber(formatNumber(value, language, digits))).toEqual(expected);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...DIGITS),
        (tenths, language, digits) => {
          const shown = formatPercent(tenths / 1000, language, digits);
          expect(parsePercent(shown)).toEqual({ ok: true, value: tenths === 0 ? 0 : tenths / 1000 });
          expect(stripIsolates(shown)).toMatch(/[%٪]$/);
        },
      ),
    );
  });

  it('agrees with the platform wherever the platform has tables', () => {
    for (const value of [0, 7, 1234, 1234567, 0.5, 98765.4321]) {
      const platform = new Intl.NumberFormat('ar-IQ', { numberingSystem: 'arab', maximumFractionDigits: 6 });
      expect(formatNumber(value, 'ar-IQ', 'arabic')).toBe(platform.format(value));
      expect(formatNumber(value, 'en')).toBe(new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value));
    }
  });
});
