/** @file The scores of a plan's problems, for its tables and its readers: those it was made with, and those of its reviews. */
import type { PlanReviewView } from '#shared/contract/plans.ts';
import type { Scoring } from '#shared/domain/plan-score.ts';
import { byDate } from '#shared/text/calendar.ts';
import type { JsonObject } from './canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn } from './record-values.ts';

type Scores = ReadonlyMap<string, Scoring>;

/** By element id of the problem, before any review. */
export const firstScores = (values: RecordValues): Scores =>
  new Map(values.elements('score').map(({ id, value }) => [id, scoringIn(value)]));

/** The same as of the last review that scored the problem. */
export function currentScores(values: RecordValues): Scores {
  const scores = new Map(firstScores(values));
  for (const { scores: given } of reviewsIn(values)) {
    for (const { problem, ...score } of given) scores.set(problem, score);
  }
  return scores;
}

/** Oldest first; of two of one day the one with the greater id last. */
export const reviewsIn = (values: RecordValues): PlanReviewView[] =>
  values
    .elements('review')
    .map(({ id, value }) => ({
      id,
      date: textIn(value, 'date'),
      meetingId: nullableTextIn(value, 'meeting'),
      findings: textIn(value, 'findings'),
      next: textIn(value, 'next'),
      scores: rowsIn(value, 'scores').map((row) => ({ problem: textIn(row, 'problem'), ...scoringIn(row) })),
    }))
    .toSorted(byDate);

const scoringIn = (value: JsonObject | null): Scoring => ({
  likelihood: intIn(value, 'likelihood'),
  impact: intIn(value, 'impact'),
  vulnerable: value?.vulnerable === true,
});
