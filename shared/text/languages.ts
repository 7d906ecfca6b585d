/**
 * The languages of the screens. Never `ar` (other months and digits) and never `ku` (Kurmanji in Latin letters):
 * `ckb-IQ` is Central Kurdish.
 */
export const LANGUAGES = ['ar-IQ', 'ckb-IQ', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Direction = 'rtl' | 'ltr';

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);

/** Value of `dir` for a page or a passage in this language. */
export const directionOf = (language: Language): Direction => (language === 'en' ? 'ltr' : 'rtl');
