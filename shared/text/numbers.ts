/** @file Numbers as people read and type them, without the platform's tables. Stored numbers are always 0-9. */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isolateLtr, isolateRtl, stripBidiControls } from './bidi.ts';
import { type Digits, digitsFor, foldDigits, toDigits } from './digits.ts';
import { directionOf, type Language } from './languages.ts';

export type NumberProblem = { readonly code: 'field/bad-number' };

/** At most this many decimals are shown or read; areas and amounts need two. */
const MAX_DECIMALS = 6;
const MINUS = '−';

/**
 * Groups of three, at most `maxDecimals` decimals (6 if not given), no trailing zeros: `1,234.5` or `١٬٢٣٤٫٥`. A
 * negative number in a right-to-left language stands in an isolate, else −5 reads 5−.
 */
export function formatNumber(
  value: number,
  language: Language,
  digits: Digits = 'latin',
  maxDecimals = MAX_DECIMALS,
): string {
  const text = numberText(value, digitsFor(language, digits), maxDecimals);
  return text.startsWith(MINUS) && directionOf(language) === 'rtl' ? isolateLtr(text) : text;
}

/** A share of one as a percentage: 0.125 is `12.5%`. Isolated in right-to-left languages, so the sign stays in place. */
export function formatPercent(share: number, language: Language, digits: Digits = 'latin', maxDecimals = 1): string {
  const shown = digitsFor(language, digits);
  const text = numberText(share * 100, shown, maxDecimals);
  if (shown === 'arabic') return isolateRtl(text.startsWith(MINUS) ? `${isolateLtr(text)}٪` : `${text}٪`);
  return directionOf(language) === 'rtl' ? isolateLtr(`${text}%`) : `${text}%`;
}

/**
 * Reads a typed number strictly: 0-9, ٠-٩ or ۰-۹, groups of three by `,` `٬` or `،`, decimals by `.` or `٫`, a leading
 * minus. `1,5` is refused rather than guessed at. More decimals than `maxDecimals` (6 if not given) are refused.
 */
export function parseNumber(typed: string, maxDecimals = MAX_DECIMALS): Result<number, NumberProblem> {
  const text = foldDigits(stripBidiControls(typed))
    .trim()
    .replace(/[٬،]/g, ',')
    .replace(/٫/g, '.')
    .replace(/^[−-]\s*/, '-');
  const match = /^-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/.exec(text);
  if (match === null || (match[1]?.length ?? 0) > maxDecimals) return err({ code: 'field/bad-number' });
  const value = Number(text.replace(/,/g, ''));
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return err({ code: 'field/bad-number' });
  return ok(value === 0 ? 0 : value);
}

/** Reads a whole number, zero or more: counts, ages, hours. */
export function parseCount(typed: string): Result<number, NumberProblem> {
  const parsed = parseNumber(typed, 0);
  return parsed.ok && parsed.value < 0 ? err({ code: 'field/bad-number' }) : parsed;
}

/** Reads what `formatPercent` writes: `12.5%`, `%12.5`, `١٢٫٥٪`, or a bare number. Answers the share, 0.125. */
export function parsePercent(typed: string): Result<number, NumberProblem> {
  const text = stripBidiControls(typed).trim();
  const parsed = parseNumber(text.replace(/^[%٪]\s*|\s*[%٪]$/, ''));
  return parsed.ok ? ok(Number((parsed.value / 100).toFixed(MAX_DECIMALS + 2))) : parsed;
}

function numberText(value: number, digits: Digits, maxDecimals: number): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(maxDecimals).split('.');
  const trimmed = decimals.replace(/0+$/, '');
  const [group, point] = digits === 'arabic' ? ['٬', '٫'] : [',', '.'];
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, group);
  const text = toDigits(trimmed === '' ? grouped : grouped + point + trimmed, digits);
  return value < 0 && /[1-9]/.test(whole + trimmed) ? MINUS + text : text;
}
