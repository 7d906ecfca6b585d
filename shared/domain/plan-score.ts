/** @file How serious a problem of a Security Safety Plan is: likelihood and impact from 1 to 5, the score, its band, its rank. */
import { IMPACT, LIKELIHOOD, type Impact, type Likelihood, type PriorityBand } from './generated/code-lists.ts';

/** `vulnerable`: women, children or another vulnerable group carry most of the harm. */
export type Scoring = { readonly likelihood: number; readonly impact: number; readonly vulnerable: boolean };

/** Of a problem whose score is not here. */
export const noScore: Scoring = { likelihood: 0, impact: 0, vulnerable: false };

const vulnerablePoints = 2;
const highestScore = 25;

/** Likelihood times impact, two more for a vulnerable group, 25 at most. */
export const scoreOf = ({ likelihood, impact, vulnerable }: Scoring): number =>
  Math.min(highestScore, likelihood * impact + (vulnerable ? vulnerablePoints : 0));

export function bandOf(score: number): PriorityBand {
  if (score >= 17) return 'critical';
  if (score >= 10) return 'high';
  return score >= 5 ? 'medium' : 'low';
}

/** A problem counts as less serious when its last score is lower than its first by this much. */
const clearlyLess = 3;

export function changeOf(first: number, last: number): 'less' | 'same' | 'more' {
  if (first - last >= clearlyLess) return 'less';
  return last - first >= clearlyLess ? 'more' : 'same';
}

/** The number that is stored for a code of the list `likelihood`, and back; null for what is no such code or number. */
export const likelihoodValue = (code: string | null): number | null => valueIn(LIKELIHOOD, code);
export const likelihoodCode = (value: number): Likelihood | null => LIKELIHOOD[value - 1] ?? null;
/** The same for `impact`. */
export const impactValue = (code: string | null): number | null => valueIn(IMPACT, code);
export const impactCode = (value: number): Impact | null => IMPACT[value - 1] ?? null;

/**
 * Which of the problems, given in the order the forum agreed on, stand above one with a higher score: then a reason is
 * asked for. Equal scores may stand in any order.
 */
export const raisedAbove = (scores: readonly number[]): readonly number[] =>
  scores.flatMap((score, index) => (scores.slice(index + 1).some((below) => below > score) ? [index] : []));

function valueIn(list: readonly string[], code: string | null): number | null {
  const index = code === null ? -1 : list.indexOf(code);
  return index < 0 ? null : index + 1;
}
