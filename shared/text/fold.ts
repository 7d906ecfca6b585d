import { clean } from './clean.ts';

/** Grows when the rules of `clean`, `fold`, `sortKey` or `nameKeys` change: stored folds are then rebuilt. */
export const FOLD_VERSION = 1;

const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ؤ: 'و',
  ۆ: 'و',
  ۊ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  ء: '',
  ة: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ی: 'ي',
  ى: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ۍ: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ڕ: 'ر',
  ڒ: 'ر',
  ڵ: 'ل',
  ڎ: 'د',
  ڤ: 'ف',
};

const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * Level 1 of search: texts that people would call the same have the same fold. For equality, prefix and inner search,
 * never for showing. Arabic keyboards lack گ چ پ ژ ڤ and people type ك ج ب ز ف instead, so these are one letter here.
 * `fold(fold(x)) === fold(x)`.
 */
export function fold(text: string): string {
  return (
    clean(text)
      // Before vowels a Kurdish word must begin with ئ; Arabic typing leaves it out.
      .replace(/(?<![\p{L}\p{N}])ئ(?=[اەهێیۆوۇ])/gu, '')
      .replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/و{2,}/g, 'و')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** Whether a text holds what was typed into a filter; an empty filter matches everything. */
export const matchesFold = (text: string, typed: string): boolean => fold(text).includes(fold(typed));
