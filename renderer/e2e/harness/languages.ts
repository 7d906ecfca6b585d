/**
 * @file In which languages a journey is walked: in Arabic with every run, in all three with the long suites. What every
 * screen looks like in each language is walked every time (screens.spec.ts).
 */
import { LANGUAGES, type Language } from '#shared/text/languages.ts';

const all = process.env.JISR_EVERY_LANGUAGE === '1';

export const journeyLanguages: readonly Language[] = all ? LANGUAGES : ['ar-IQ'];

/** Where words of two people stand side by side, and where hands use the keyboard alone, Kurdish counts every time. */
export const rightToLeftLanguages: readonly Language[] = all ? LANGUAGES : ['ar-IQ', 'ckb-IQ'];
