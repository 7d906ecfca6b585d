/** @file The language and digits of the screen, and the formatters that follow from them. */
import { createContext, useContext, useMemo } from 'react';
import { formatSize } from '#shared/locales/formatters.ts';
import { formatDateLong, formatDateTime, formatDateWithWeekday, formatTime } from '#shared/text/dates.ts';
import type { Digits } from '#shared/text/digits.ts';
import { type Direction, directionOf, type Language } from '#shared/text/languages.ts';
import { formatNumber, formatPercent } from '#shared/text/numbers.ts';

export type ScreenLanguage = {
  readonly language: Language;
  readonly digits: Digits;
  /** For this window alone, until the session says otherwise. */
  readonly choose: (language: Language) => void;
};

const LanguageContext = createContext<ScreenLanguage | null>(null);

export const ScreenLanguageProvider = LanguageContext.Provider;

export function useScreenLanguage(): ScreenLanguage & { readonly direction: Direction } {
  const value = useContext(LanguageContext);
  if (!value) throw new Error('no ScreenLanguageProvider above');
  return { ...value, direction: directionOf(value.language) };
}

/** Dates, moments, numbers and sizes as the screen's language and the office's digits want them. */
export function useFormat() {
  const { language, digits } = useScreenLanguage();
  return useMemo(
    () => ({
      date: (date: string) => formatDateLong(date, language, digits),
      dateWithWeekday: (date: string) => formatDateWithWeekday(date, language, digits),
      moment: (moment: string) => formatDateTime(moment, language, digits),
      time: (moment: string) => formatTime(moment, language, digits),
      number: (value: number) => formatNumber(value, language, digits),
      /** Of a ratio per mille, in whole per cent. */
      percent: (perMille: number) => formatPercent(perMille / 1000, language, digits, 0),
      /** Of per cent, with one decimal. */
      share: (perCent: number) => formatPercent(perCent / 100, language, digits, 1),
      size: (bytes: number) => formatSize(bytes, language, digits),
    }),
    [language, digits],
  );
}
