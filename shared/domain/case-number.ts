/**
 * @file Numbers of disputes that people can read out: `KI017-2026-A0042-9`. Office, register year, series and serial, check
 * character. A number is a label; the key of a record is its id.
 */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isOfficeCode } from './office-code.ts';

export type CaseNumberParts = {
  readonly office: string;
  /** The register's year, confirmed by people; never the PC's. */
  readonly year: number;
  /** One letter the directorate assigned, or `X` and four characters until it has. */
  readonly series: string;
  /** Runs from 1 in each office, year and series. */
  readonly serial: number;
};

export type CaseNumberFault = {
  readonly code: 'case-number/malformed' | 'case-number/wrong-check';
  readonly params: Record<string, never>;
};

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Base32 without I, L, O and U, which are misread. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SERIES = /^(?:[A-WYZ]|X[0-9A-HJKMNP-TV-Z]{4})$/;
const NUMBER = /^([A-Z]{2}\d{3})(\d{4})([A-WYZ]|X[0-9A-HJKMNP-TV-Z]{4})(\d{4,9})([0-9A-Z])$/;

/** The written form. Throws for parts that no register holds: that is a bug of the caller. */
export function formatCaseNumber({ office, year, series, serial }: CaseNumberParts): string {
  const fits = isOfficeCode(office) && isSeries(series) && Number.isInteger(year) && year >= 1000 && year <= 9999;
  if (!fits || !Number.isInteger(serial) || serial < 1 || serial > 999_999_999)
    throw new RangeError('case number parts');
  const digits = String(serial).padStart(4, '0');
  return `${office}-${year}-${series}${digits}-${checkCharacter(`${office}${year}${series}${digits}`)}`;
}

/** Reads what people type: any digits, small letters, with or without hyphens and spaces. */
export function parseCaseNumber(typed: string): Result<CaseNumberParts, CaseNumberFault> {
  const plain = plainForm(typed);
  const [, office = '', year, series = '', serial, check] = NUMBER.exec(plain) ?? [];
  if (!isOfficeCode(office) || Number(serial) < 1 || !isPlainlyPadded(serial ?? '')) {
    return err({ code: 'case-number/malformed', params: {} });
  }
  if (checkCharacter(plain.slice(0, -1)) !== check) return err({ code: 'case-number/wrong-check', params: {} });
  return ok({ office, year: Number(year), series, serial: Number(serial) });
}

/** The written form of what people typed, for search and comparison; null when it is no case number. */
export function normalizeCaseNumber(typed: string): string | null {
  const parsed = parseCaseNumber(typed);
  return parsed.ok ? formatCaseNumber(parsed.value) : null;
}

export function isSeries(text: string): boolean {
  return SERIES.test(text);
}

export function isProvisionalSeries(text: string): boolean {
  return text.length === 5 && isSeries(text);
}

/**
 * The series to use until the directorate assigns a letter: `X` and the last twenty bits of the incarnation id, which are
 * random in every kind of UUID in use. Two restored copies meet with a probability of one in a million.
 */
export function provisionalSeries(incarnationId: string): string {
  const bits = Number.parseInt(incarnationId.replaceAll('-', '').slice(-5), 16);
  if (!Number.isInteger(bits)) throw new RangeError('incarnation id');
  return `X${[15, 10, 5, 0].map((shift) => BASE32.charAt((bits >> shift) & 31)).join('')}`;
}

/** ISO 7064, MOD 37,36: finds every single wrong character and nearly every pair of swapped neighbours. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('only 0-9 and A-Z have a check character');
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

function plainForm(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\p{Cf}\p{Pd}_./]/gu, '')
    .toUpperCase();
}

/** Only numbers under 1000 carry leading zeros: one number has one written form. */
const isPlainlyPadded = (serial: string) => serial.length === 4 || !serial.startsWith('0');
