/** @file Age bands and the roll-ups they nest into. */
import { AGE_BAND, type AgeBand } from './generated/code-lists.ts';

/** First full year of each band, youngest first; `unknown` has none. */
const FIRST_YEARS: readonly (readonly [AgeBand, number])[] = [
  ['age_0_4', 0],
  ['age_5_11', 5],
  ['age_12_14', 12],
  ['age_15_17', 15],
  ['age_18_24', 18],
  ['age_25_29', 25],
  ['age_30_44', 30],
  ['age_45_59', 45],
  ['age_60_plus', 60],
];

/** The band of an age in full years; `unknown` for what cannot be an age. */
export function ageBandOf(years: number): AgeBand {
  if (!Number.isFinite(years) || years < 0 || years > 130) return 'unknown';
  return FIRST_YEARS.findLast(([, first]) => years >= first)?.[0] ?? 'unknown';
}

export function isAgeBand(code: string): code is AgeBand {
  return AGE_BAND.some((band) => band === code);
}

/** 0-17. */
export const CHILDREN: readonly AgeBand[] = ['age_0_4', 'age_5_11', 'age_12_14', 'age_15_17'];
/** 15-29, as Iraqi law counts youth; the forum's share of youth is counted with it. */
export const IRAQI_YOUTH: readonly AgeBand[] = ['age_15_17', 'age_18_24', 'age_25_29'];
/** 15-24. */
export const UN_YOUTH: readonly AgeBand[] = ['age_15_17', 'age_18_24'];
/** 18-59. */
export const ADULTS: readonly AgeBand[] = ['age_18_24', 'age_25_29', 'age_30_44', 'age_45_59'];
/** 60 and over. */
export const OLDER_PEOPLE: readonly AgeBand[] = ['age_60_plus'];
