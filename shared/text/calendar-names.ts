/** @file Names of months and days. Chromium has none for `ckb` and falls back to English without an error. */
import type { Language } from './languages.ts';

/** January first. */
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  'ar-IQ': [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  'ckb-IQ': [
    'کانوونی دووەم',
    'شوبات',
    'ئازار',
    'نیسان',
    'ئایار',
    'حوزەیران',
    'تەممووز',
    'ئاب',
    'ئەیلوول',
    'تشرینی یەکەم',
    'تشرینی دووەم',
    'کانوونی یەکەم',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Sunday first, as in `Date` and dayjs; the week itself starts on Saturday. */
export const WEEKDAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  'ar-IQ': ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  'ckb-IQ': ['یەکشەممە', 'دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'هەینی', 'شەممە'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** One or two letters for the head of a calendar, Sunday first; the full name is in the cell's label. */
export const WEEKDAY_LETTERS: Readonly<Record<Language, readonly string[]>> = {
  'ar-IQ': ['ح', 'ن', 'ث', 'ر', 'خ', 'ج', 'س'],
  'ckb-IQ': ['ی', 'د', 'س', 'چ', 'پ', 'هـ', 'ش'],
  en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
};
