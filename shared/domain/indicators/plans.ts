/** @file S01 to S04: Security Safety Plans. */
import { daysBetween } from '#shared/text/calendar.ts';
import { bandOf, changeOf } from '#shared/domain/plan-score.ts';
import { type Consultation, isInForce, missingVoices } from '#shared/domain/plan-status.ts';
import { type ForumFact, isActiveOn } from './forums.ts';
import { type Item, judged, type Tags } from './item.ts';
import { isIn, type Period } from './period.ts';

export type PlanFact = {
  readonly forum: string;
  readonly endorsedOn: string | null;
  /** Steps of its life in the order of their days. */
  readonly moves: readonly { readonly to: string; readonly date: string }[];
  readonly reviews: readonly string[];
  readonly consultations: readonly Consultation[];
  readonly problems: readonly ProblemFact[];
  readonly actions: readonly PlanActionFact[];
  readonly tags: Tags;
};

type ProblemFact = {
  /** The first when the plan was drafted, then one a review, in the order of their days. */
  readonly scorings: readonly { readonly date: string; readonly score: number }[];
  readonly tags: Tags;
};

type PlanActionFact = {
  readonly due: string;
  readonly status: string;
  readonly doneOn: string | null;
  readonly tags: Tags;
};

/** A plan that was not looked at for longer is not current. */
const currentDays = 183;

export function planItems(
  plans: readonly PlanFact[],
  forums: readonly ForumFact[],
  period: Period,
): Record<string, Item[]> {
  const current = new Set(plans.filter((plan) => isCurrentOn(plan, period.to)).map(({ forum }) => forum));
  const due = plans.flatMap(({ actions }) =>
    actions.filter((one) => isIn(period, one.due) && one.status !== 'cancelled'),
  );
  const isDone = ({ status, doneOn }: PlanActionFact, by: string) => status === 'completed' && (doneOn ?? by) <= by;
  return {
    S01: forums.filter((forum) => isActiveOn(forum, period.to)).map(({ id, tags }) => judged(tags, current.has(id))),
    S02: plans
      .filter(({ endorsedOn }) => isIn(period, endorsedOn))
      .map(({ consultations, endorsedOn, tags }) => {
        const missing = missingVoices(consultations, endorsedOn);
        return judged(tags, !missing.women && !missing.youth);
      }),
    S03: due.map((action) => judged(action.tags, isDone(action, period.to))),
    S03_due: due.map((action) => judged(action.tags, isDone(action, action.due))),
    S04: plans.flatMap(({ problems }) => problems.flatMap((problem) => scoredItem(problem, period))),
  };
}

function isCurrentOn({ endorsedOn, moves, reviews }: PlanFact, day: string): boolean {
  const status = moves.filter(({ date }) => date <= day).at(-1)?.to ?? '';
  const looked = [endorsedOn ?? '9999', ...reviews]
    .filter((date) => date <= day)
    .toSorted()
    .at(-1);
  return isInForce(status) && looked !== undefined && daysBetween(looked, day) <= currentDays;
}

function scoredItem({ scorings, tags }: ProblemFact, period: Period): Item[] {
  const known = scorings.filter(({ date }) => date <= period.to);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || known.length < 2 || !isIn(period, last.date)) return [];
  return [judged({ ...tags, priority_band: bandOf(first.score) }, changeOf(first.score, last.score) === 'less')];
}
