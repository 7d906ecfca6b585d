import type { PlanView } from '#shared/contract/plans.ts';
import { type ScoreForm, scoreFormOf, scoreInputOf } from './plan-form-model.ts';

/** The id is that of the problem. */
export type RescoredForm = ScoreForm & { readonly id: string };

/** A review as it is typed. */
export type ReviewForm = {
  readonly date: string | null;
  readonly meetingId: string | null;
  readonly findings: string;
  readonly next: string;
  readonly scores: readonly RescoredForm[];
  readonly result: string | null;
};

/** Each problem begins with its score until now: what has not changed is not typed again. */
export const reviewFormOf = (plan: PlanView): ReviewForm => ({
  date: null,
  meetingId: null,
  findings: '',
  next: '',
  scores: plan.problems.map((problem) => ({ id: problem.id, ...scoreFormOf(problem) })),
  result: null,
});

export const reviewInputOf = (form: ReviewForm): unknown => ({
  ...form,
  scores: form.scores.map(({ id, ...score }) => ({ problem: id, ...scoreInputOf(score) })),
});
