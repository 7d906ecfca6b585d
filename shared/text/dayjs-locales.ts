/**
 * @file Locales for the date pickers, in the form dayjs registers them. The shipped `ar-iq` starts the week on Monday,
 * has a stray space in a month and calls 12:30 morning; for `ckb` there is none. Register them with
 * `dayjs.locale(locale, undefined, true)`, the last argument keeping the global locale as it is: if that changes,
 * pickers store dates in Arabic digits.
 */
import { MONTH_NAMES, WEEKDAY_LETTERS, WEEKDAY_NAMES } from './calendar-names.ts';
import type { Language } from './languages.ts';

/** dayjs 1.11 `ILocale`; digits stay 0-9, the pickers' labels are formatted by `dates.ts`. */
export type DayjsLocale = {
  name: string;
  weekdays: string[];
  weekdaysShort: string[];
  weekdaysMin: string[];
  months: string[];
  monthsShort: string[];
  /** 6 is Saturday. */
  weekStart: number;
  ordinal: (n: number) => number;
  meridiem: (hour: number) => string;
  formats: { LT: string; LTS: string; L: string; LL: string; LLL: string; LLLL: string };
  relativeTime: Record<string, string>;
};

/** Name to hand to `DatesProvider` for each language. dayjs lower-cases names, so ours are lower case from the start. */
export const DAYJS_LOCALE_NAMES: Readonly<Record<Language, string>> = {
  'ar-IQ': 'ar-iq',
  'ckb-IQ': 'ckb-iq',
  en: 'en-iq',
};

export const DAYJS_LOCALES: readonly DayjsLocale[] = [
  localeOf('ar-IQ', ['ص', 'م']),
  localeOf('ckb-IQ', ['پ.ن', 'د.ن']),
  localeOf('en', ['AM', 'PM']),
];

function localeOf(language: Language, [morning, afternoon]: readonly [string, string]): DayjsLocale {
  return {
    name: DAYJS_LOCALE_NAMES[language],
    weekdays: [...WEEKDAY_NAMES[language]],
    weekdaysShort: [...WEEKDAY_NAMES[language]],
    weekdaysMin: [...WEEKDAY_LETTERS[language]],
    months: [...MONTH_NAMES[language]],
    monthsShort: [...MONTH_NAMES[language]],
    weekStart: 6,
    ordinal: (n) => n,
    meridiem: (hour) => (hour < 12 ? morning : afternoon),
    formats: {
      LT: 'HH:mm',
      LTS: 'HH:mm:ss',
      L: 'DD/MM/YYYY',
      LL: 'D MMMM YYYY',
      LLL: 'D MMMM YYYY HH:mm',
      LLLL: 'dddd D MMMM YYYY HH:mm',
    },
    // Relative time is a plural key of our translations; dayjs only needs the table to be there.
    relativeTime: {},
  };
}
