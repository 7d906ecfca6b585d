/** @file The figures of one training: people trained (T01), hours (T02) and gain in knowledge (T03). */
import { IRAQI_YOUTH } from './age-band.ts';
import { isAwareness, isTrained } from './training.ts';

export type Trainee = {
  readonly sex: string;
  readonly ageBand: string;
  /** Code of `training_result`, or null before the training was held. */
  readonly result: string | null;
  readonly minutes: number;
  /** 0 to 100. */
  readonly pre: number | null;
  readonly post: number | null;
};

export type BySex = { readonly female: number; readonly male: number; readonly unknown: number };

export type TrainingFigures = {
  /** T01: who completed it or attended a part. An awareness session trains nobody. */
  readonly trained: { readonly total: number; readonly bySex: BySex; readonly youth: number };
  /** T01, third figure: everybody an awareness session reached, people counted without a row among them. */
  readonly reached: { readonly total: number; readonly bySex: BySex };
  /** T02, in minutes; none of an awareness session. */
  readonly minutes: { readonly total: number; readonly bySex: BySex };
  /** T03, of those who took both tests. `mean` of post less pre in tenths of a point, null where nobody did. */
  readonly gain: { readonly both: number; readonly meanTenths: number | null; readonly reachedGoal: number };
};

/** After it, who scores this much knows enough, however much that was before. */
const enoughScore = 70;
/** Or who gained this much. */
const enoughGain = 20;

/** Whether somebody knows enough after the training; null without both tests. */
export const hasReachedGoal = (pre: number | null, post: number | null): boolean | null =>
  pre === null || post === null ? null : post >= enoughScore || post >= pre + enoughGain;

type Counted = { readonly sex: string; readonly count: number };

export function trainingFigures(
  mode: string,
  trainees: readonly Trainee[],
  counted: readonly Counted[],
): TrainingFigures {
  const awareness = isAwareness(mode);
  const trained = awareness ? [] : trainees.filter(({ result }) => isTrained(result));
  const came = awareness ? trainees.filter(({ result, minutes }) => result !== null && minutes > 0) : [];
  const reached = [...came.map(({ sex }) => ({ sex, count: 1 })), ...(awareness ? counted : [])];
  const minutes = awareness ? [] : trainees.map((trainee) => ({ sex: trainee.sex, count: trainee.minutes }));
  return {
    trained: {
      total: trained.length,
      bySex: sumBySex(trained.map(({ sex }) => ({ sex, count: 1 }))),
      youth: trained.filter(({ ageBand }) => (IRAQI_YOUTH as readonly string[]).includes(ageBand)).length,
    },
    reached: { total: sum(reached), bySex: sumBySex(reached) },
    minutes: { total: sum(minutes), bySex: sumBySex(minutes) },
    gain: gainOf(trainees),
  };
}

function gainOf(trainees: readonly Trainee[]): TrainingFigures['gain'] {
  const both = trainees.flatMap(({ pre, post }) => (pre === null || post === null ? [] : [{ pre, post }]));
  if (both.length === 0) return { both: 0, meanTenths: null, reachedGoal: 0 };
  const gained = both.reduce((total, { pre, post }) => total + post - pre, 0);
  return {
    both: both.length,
    meanTenths: roundAway((gained * 10) / both.length),
    reachedGoal: both.filter(({ pre, post }) => hasReachedGoal(pre, post)).length,
  };
}

const sum = (counts: readonly Counted[]): number => counts.reduce((total, { count }) => total + count, 0);

const sumBySex = (counts: readonly Counted[]): BySex => ({
  female: sum(counts.filter(({ sex }) => sex === 'female')),
  male: sum(counts.filter(({ sex }) => sex === 'male')),
  unknown: sum(counts.filter(({ sex }) => sex !== 'female' && sex !== 'male')),
});

/** Half goes away from zero, for losses as for gains. */
const roundAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));
