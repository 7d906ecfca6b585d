import { describe, expect, it } from 'vitest';
import { PlanFields } from '#shared/contract/plan-fields.ts';
import {
  differsFromScores,
  emptyPlan,
  newAction,
  newProblem,
  orderedByScore,
  type PlanForm,
  planInputOf,
  typedScore,
} from './plan-form-model.ts';

const problem = (likelihood: string, impact: string, vulnerable = false) => ({
  ...newProblem(),
  issue: 'street_lighting',
  statement: 'x',
  likelihood,
  impact,
  vulnerable,
});
const action = (of: string) => ({
  ...newAction(),
  problem: of,
  type: 'awareness',
  what: 'x',
  responsible: 'forum',
  due: '2026-06-30',
});
const plan: PlanForm = {
  ...emptyPlan,
  title: 'plan',
  startsOn: '2026-03-01',
  endsOn: '2027-02-28',
  draftedOn: '2026-02-15',
};

describe('planInputOf', () => {
  it('tells likelihood and impact as numbers, and costs in the smallest unit', () => {
    const dark = problem('likely', 'severe', true);
    const input = PlanFields.parse(
      planInputOf({ ...plan, problems: [dark], actions: [{ ...action(dark.id), cost: 250_000 }, action(dark.id)] }),
    );
    expect(input.problems[0]).toMatchObject({ likelihood: 4, impact: 5, vulnerable: true });
    expect(input.actions.map(({ cost }) => cost)).toEqual([{ amount: 250_000_000, currency: 'IQD' }, null]);
  });

  it('asks for the problem of an action whose problem was taken out', () => {
    const judged = PlanFields.safeParse(planInputOf({ ...plan, actions: [action(newProblem().id)] }));
    expect(judged.error?.issues.map(({ path }) => path.join('.'))).toEqual(['actions.0.problem']);
  });
});

describe('the order of problems', () => {
  it('follows the scores when asked, and differs where a lower one stands above', () => {
    const [low, high, unscored] = [problem('rare', 'minor'), problem('frequent', 'major', true), newProblem()];
    expect([low, high, unscored].map(typedScore)).toEqual([2, 22, null]);
    expect(orderedByScore([unscored, low, high])).toEqual([high, low, unscored]);
    expect(differsFromScores([low, high])).toBe(true);
    expect(differsFromScores([high, low, unscored])).toBe(false);
  });
});
