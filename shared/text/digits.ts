import type { Language } from './languages.ts';

/** The office's choice of digits: `latin` is 0-9, `arabic` is ٠-٩ (U+0660 to U+0669, used for Kurdish too). */
export const DIGITS = ['latin', 'arabic'] as const;
export type Digits = (typeof DIGITS)[number];

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Turns ٠-٩ and ۰-۹ into 0-9 and leaves everything else as it is: what is stored is always 0-9. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
  });
}

/** Shows all digits of a text in the wanted form. Not for identifiers, phones, file names: these stay 0-9. */
export function toDigits(text: string, digits: Digits): string {
  const folded = foldDigits(text);
  if (digits === 'latin') return folded;
  return folded.replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)));
}

/** English is written with 0-9 whatever the office chose. */
export const digitsFor = (language: Language, chosen: Digits): Digits => (language === 'en' ? 'latin' : chosen);
