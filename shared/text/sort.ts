import { clean } from './clean.ts';
import { fold } from './fold.ts';
import type { Language } from './languages.ts';

/** The Kurdish alphabet, with the letters that occur in Arabic names alone put beside their neighbours. */
const KURDISH_ORDER = [...'ئابپتثجچحخدذرڕزژسشصضطظعغفڤقکگلڵمنهەوۆیێ'];

/** Arabic forms of the same letters. */
const KURDISH_VARIANTS: Readonly<Record<string, string>> = {
  ء: 'ئ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ە',
  ھ: 'ه',
};

/** Ranks start in the private use area: above digits and Latin letters, and in the same order as UTF-8 and UTF-16. */
const FIRST_RANK = 0xe000;

const RANKS: ReadonlyMap<string, string> = new Map([
  ...KURDISH_ORDER.map((letter, index) => [letter, rank(index)] as const),
  ...Object.entries(KURDISH_VARIANTS).map(([form, letter]) => [form, rank(KURDISH_ORDER.indexOf(letter))] as const),
]);

/**
 * Text to compare by code point (`<` here, `BINARY` in SQLite), stored as a column: Arabic and English by the fold,
 * Kurdish by its own alphabet. Not for showing.
 */
export function sortKey(text: string, language: Language): string {
  if (language !== 'ckb-IQ') return fold(text);
  const words = clean(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return [...words].map((letter) => RANKS.get(letter) ?? letter).join('');
}

/** Order of two stored keys: by code point, as SQLite does. */
export const compareSortKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A copy of the items in the language's order. */
export function sortByText<T>(items: readonly T[], textOf: (item: T) => string, language: Language): T[] {
  return items
    .map((item) => ({ item, key: sortKey(textOf(item), language) }))
    .sort((a, b) => compareSortKeys(a.key, b.key))
    .map(({ item }) => item);
}

function rank(index: number): string {
  return String.fromCharCode(FIRST_RANK + index);
}
