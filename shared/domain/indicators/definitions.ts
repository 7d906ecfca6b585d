/**
 * @file The indicators that the program works out: code, level, unit, break-downs; a module for each family. Names and
 * definitions in plain words stand in the locales (`figures`).
 */
import type { Indicator, Measure } from './define.ts';
import { FORUM_INDICATORS } from './families/forums.ts';
import { HOLDING_INDICATORS } from './families/holdings.ts';
import { MAPPING_INDICATORS } from './families/mappings.ts';
import { PLAN_INDICATORS } from './families/plans.ts';
import { TRAINING_INDICATORS } from './families/trainings.ts';

/** In the order in which reports list them. */
export const INDICATORS: readonly Indicator[] = [
  ...FORUM_INDICATORS,
  ...PLAN_INDICATORS,
  ...MAPPING_INDICATORS,
  ...TRAINING_INDICATORS,
  ...HOLDING_INDICATORS,
];

export const INDICATOR_CODES = INDICATORS.map(({ code }) => code) as [string, ...string[]];
export const MEASURES: readonly Measure[] = INDICATORS.flatMap(({ measures }) => measures);
