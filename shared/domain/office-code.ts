/** @file Codes of offices: two letters of the governorate and three digits, as `KI017`. The directorate gives them. */

/** Letters of each governorate: those of ISO 3166-2:IQ, and HA for Halabja, which has none there. */
export const GOVERNORATE_LETTERS: Readonly<Record<string, string>> = {
  IQG01: 'AN',
  IQG02: 'BA',
  IQG03: 'MU',
  IQG04: 'NA',
  IQG05: 'QA',
  IQG06: 'SU',
  IQG07: 'BB',
  IQG08: 'BG',
  IQG09: 'DA',
  IQG10: 'DI',
  IQG11: 'AR',
  IQG12: 'KA',
  IQG13: 'KI',
  IQG14: 'MA',
  IQG15: 'NI',
  IQG16: 'SD',
  IQG17: 'DQ',
  IQG18: 'WA',
  IQGX01: 'HA',
};

/** Offices that lie in no single governorate, as a directorate's own. */
const NO_GOVERNORATE = 'IQ';
const OFFICE_CODE = /^[A-Z]{2}[0-9]{3}$/;

export function isOfficeCode(text: string): boolean {
  return OFFICE_CODE.test(text) && knownLetters().has(text.slice(0, 2));
}

/** The code of an office; `governorate` is a place code or null, `number` runs from 1 to 999. */
export function officeCode(governorate: string | null, number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new RangeError(`office number ${number}`);
  return codeOf(lettersFor(governorate), number);
}

const lettersFor = (governorate: string | null): string => GOVERNORATE_LETTERS[governorate ?? ''] ?? NO_GOVERNORATE;
const codeOf = (letters: string, number: number): string => `${letters}${String(number).padStart(3, '0')}`;

/** The lowest code of the governorate that is not taken; null when all 999 are. */
export const nextOfficeCode = (governorate: string | null, taken: Iterable<string>): string | null =>
  lowestFree(lettersFor(governorate), new Set(taken));

/** The lowest code with the same letters that is not taken; null when all 999 are. */
export const nextCodeBeside = (code: string, taken: Iterable<string>): string | null =>
  lowestFree(code.slice(0, 2), new Set(taken));

function lowestFree(letters: string, taken: ReadonlySet<string>): string | null {
  for (let number = 1; number <= 999; number += 1) {
    const code = codeOf(letters, number);
    if (!taken.has(code)) return code;
  }
  return null;
}

const knownLetters = () => new Set([...Object.values(GOVERNORATE_LETTERS), NO_GOVERNORATE]);
