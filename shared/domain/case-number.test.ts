import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  formatCaseNumber,
  isProvisionalSeries,
  isSeries,
  normalizeCaseNumber,
  parseCaseNumber,
  provisionalSeries,
} from './case-number.ts';

const parts = { office: 'KI017', year: 2026, series: 'A', serial: 42 };
const written = formatCaseNumber(parts);

describe('checkCharacter', () => {
  it('agrees with the published example of ISO 7064 MOD 37,36, a recording identifier', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('finds every wrong character', () => {
    const plain = written.replaceAll('-', '');
    for (let index = 5; index < plain.length; index += 1) {
      for (const other of '0123456789') {
        if (plain[index] === other) continue;
        const wrong = plain.slice(0, index) + other + plain.slice(index + 1);
        expect(parseCaseNumber(wrong).ok, wrong).toBe(false);
      }
    }
  });

  it('finds swapped digits of the serial', () => {
    expect(parseCaseNumber(written.replace('0042', '0024'))).toEqual({
      ok: false,
      error: { code: 'case-number/wrong-check', params: {} },
    });
  });
});

describe('formatCaseNumber', () => {
  it('writes four digits at least', () => {
    expect(written).toMatch(/^KI017-2026-A0042-[0-9A-Z]$/);
    expect(formatCaseNumber({ ...parts, serial: 12345 })).toMatch(/^KI017-2026-A12345-.$/);
    expect(formatCaseNumber({ ...parts, series: 'X7K2M' })).toMatch(/^KI017-2026-X7K2M0042-.$/);
  });

  it.each([
    [{ serial: 0 }],
    [{ serial: 1.5 }],
    [{ year: 26 }],
    [{ series: 'X' }],
    [{ series: 'X7K2I' }],
    [{ series: 'AB' }],
    [{ office: 'ZZ017' }],
    [{ office: 'KI17' }],
  ])('throws for %o', (wrong) => {
    expect(() => formatCaseNumber({ ...parts, ...wrong })).toThrow(RangeError);
  });
});

describe('parseCaseNumber', () => {
  it.each([
    ['as written', written],
    ['small letters', written.toLowerCase()],
    ['without hyphens', written.replaceAll('-', '')],
    ['spaces and other hyphens', ` ${written.replaceAll('-', ' – ')} `],
    ['Arabic digits', written.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')],
    ['Persian digits', written.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')],
    ['direction marks', `\u2068${written}\u2069`],
  ])('reads it with %s', (_, typed) => {
    expect(parseCaseNumber(typed)).toEqual({ ok: true, value: parts });
    expect(normalizeCaseNumber(typed)).toBe(written);
  });

  it('reads a provisional series', () => {
    const provisional = { ...parts, series: 'X1234', serial: 5678 };
    expect(parseCaseNumber(formatCaseNumber(provisional))).toEqual({ ok: true, value: provisional });
  });

  it.each(['', 'KI017', 'KI017-2026-A042-7', 'ZZ017-2026-A0042-7', 'KI017-2026-A00042-7', 'KI017-2026-A0000-7'])(
    'calls "%s" malformed',
    (typed) => {
      expect(parseCaseNumber(typed)).toEqual({ ok: false, error: { code: 'case-number/malformed', params: {} } });
      expect(normalizeCaseNumber(typed)).toBeNull();
    },
  );
});

describe('series', () => {
  it('takes a provisional one from the last bits of the incarnation', () => {
    const series = provisionalSeries('0197f3a2-5c11-7abc-9def-0123456fffff');
    expect(series).toBe('XZZZZ');
    expect(isProvisionalSeries(series)).toBe(true);
    expect(provisionalSeries('0197f3a2-5c11-7abc-9def-012345600000')).toBe('X0000');
  });

  it('keeps X for provisional ones', () => {
    expect(isSeries('A')).toBe(true);
    expect(isSeries('X')).toBe(false);
    expect(isProvisionalSeries('A')).toBe(false);
  });
});
