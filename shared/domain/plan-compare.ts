/** @file What is different between two versions of a Security Safety Plan, field by field. */
import { scoreOf } from './plan-score.ts';

type Value = string | number | boolean | null | readonly string[];

/** One field that is not the same; a value is null where the problem or action was not there. */
export type FieldDifference = { readonly field: string; readonly before: Value; readonly after: Value };

export type Difference = {
  /** Element id; empty for the plan itself. */
  readonly id: string;
  readonly of: 'plan' | 'problem' | 'action';
  readonly what: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldDifference[];
};

type Element = { readonly id: string };
type Problem = Element & { readonly likelihood: number; readonly impact: number; readonly vulnerable: boolean };
type Action = Element & { readonly cost: { readonly amount: number; readonly currency: string } | null };

export type ComparedPlan = {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rankReason: string;
  readonly problems: readonly Problem[];
  readonly actions: readonly Action[];
};

/** In the order of the plan: the plan itself, then its problems, then its actions. */
export function comparePlans(before: ComparedPlan, after: ComparedPlan): readonly Difference[] {
  const plan = differing(planFields(before), planFields(after));
  return [
    ...(plan.length === 0 ? [] : [{ id: '', of: 'plan' as const, what: 'changed' as const, fields: plan }]),
    ...compareElements('problem', ranked(before.problems), ranked(after.problems)),
    ...compareElements('action', before.actions.map(actionFields), after.actions.map(actionFields)),
  ];
}

type Fields = Readonly<Record<string, Value>>;
type Listed = { readonly id: string; readonly fields: Fields };

const planFields = ({ title, startsOn, endsOn, rankReason }: ComparedPlan): Fields => ({
  title,
  startsOn,
  endsOn,
  rankReason,
});

/** The score and the rank are told beside what people entered. */
const ranked = (problems: readonly Problem[]): readonly Listed[] =>
  problems.map(({ id, ...fields }, index) => ({
    id,
    fields: {
      rank: index + 1,
      score: scoreOf(fields),
      ...(fields as unknown as Fields),
    },
  }));

const actionFields = ({ id, cost, ...fields }: Action): Listed => ({
  id,
  fields: {
    ...(fields as unknown as Fields),
    // Amount in the smallest unit and currency belong together.
    cost: cost === null ? null : `${cost.amount} ${cost.currency}`,
  },
});

function compareElements(
  of: Difference['of'],
  before: readonly Listed[],
  after: readonly Listed[],
): readonly Difference[] {
  const earlier = new Map(before.map((one) => [one.id, one.fields]));
  const later = new Set(after.map(({ id }) => id));
  const kept = after.flatMap(({ id, fields }): Difference[] => {
    const was = earlier.get(id);
    const changed = differing(was ?? {}, fields);
    return changed.length === 0 ? [] : [{ id, of, what: was ? 'changed' : 'added', fields: changed }];
  });
  const removed = before
    .filter(({ id }) => !later.has(id))
    .map(({ id, fields }): Difference => ({ id, of, what: 'removed', fields: differing(fields, {}) }));
  return [...kept, ...removed];
}

const differing = (before: Fields, after: Fields): readonly FieldDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isSame(before[field] ?? null, after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));

/** What is empty is nothing, however it is written. */
const isSame = (a: Value, b: Value): boolean => JSON.stringify(orNothing(a)) === JSON.stringify(orNothing(b));

const orNothing = (value: Value): Value =>
  value === '' || value === false || (Array.isArray(value) && value.length === 0) ? null : value;
