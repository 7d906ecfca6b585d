import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { DAYJS_LOCALE_NAMES, DAYJS_LOCALES } from './dayjs-locales.ts';
import { LANGUAGES } from './languages.ts';

for (const locale of DAYJS_LOCALES) dayjs.locale(locale, undefined, true);

describe('dayjs locales', () => {
  it('exist for each language and leave the global one alone', () => {
    expect(DAYJS_LOCALES.map((locale) => locale.name)).toEqual(
      LANGUAGES.map((language) => DAYJS_LOCALE_NAMES[language]),
    );
    expect(dayjs.locale()).toBe('en');
  });

  it.each([
    ['ar-IQ', '9 تشرين الثاني 2026', 'م'],
    ['ckb-IQ', '9 تشرینی دووەم 2026', 'د.ن'],
    ['en', '9 November 2026', 'PM'],
  ] as const)('in %s name months, start on Saturday and put 12:30 after noon', (language, date, halfOfDay) => {
    const name = DAYJS_LOCALE_NAMES[language];
    const day = dayjs('2026-11-09T12:30').locale(name);
    expect(day.format('D MMMM YYYY')).toBe(date);
    expect(day.format('A')).toBe(halfOfDay);
    expect(day.format('YYYY-MM-DD')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(day.startOf('week').format('YYYY-MM-DD')).toBe('2026-11-07');
  });
});
