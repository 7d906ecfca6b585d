import { describe, expect, it } from 'vitest';
import { comparePlans, type ComparedPlan } from './plan-compare.ts';

const problem = (id: string, likelihood: number, more = {}) => ({
  id,
  likelihood,
  impact: 3,
  vulnerable: false,
  statement: 'x',
  harmed: [] as string[],
  ...more,
});
const action = (id: string, more = {}) => ({ id, what: 'x', cost: null, ...more });
const plan = (more: Partial<ComparedPlan> = {}): ComparedPlan => ({
  title: 'plan',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  rankReason: '',
  problems: [problem('a', 4), problem('b', 2)],
  actions: [action('c')],
  ...more,
});

describe('comparePlans', () => {
  it('finds nothing between a version and itself', () => {
    expect(comparePlans(plan(), plan())).toEqual([]);
  });

  it('tells fields of the plan, ranks, scores and what came and went', () => {
    const later = plan({
      title: 'second',
      problems: [problem('d', 5), problem('a', 2, { harmed: ['women_adult'] })],
      actions: [action('c', { cost: { amount: 5000, currency: 'IQD' } })],
    });
    const found = comparePlans(plan(), later);
    expect(found.map(({ of, id, what }) => [of, id, what])).toEqual([
      ['plan', '', 'changed'],
      ['problem', 'd', 'added'],
      ['problem', 'a', 'changed'],
      ['problem', 'b', 'removed'],
      ['action', 'c', 'changed'],
    ]);
    expect(found[0]?.fields).toEqual([{ field: 'title', before: 'plan', after: 'second' }]);
    expect(found[2]?.fields).toEqual([
      { field: 'rank', before: 1, after: 2 },
      { field: 'score', before: 12, after: 6 },
      { field: 'likelihood', before: 4, after: 2 },
      { field: 'harmed', before: [], after: ['women_adult'] },
    ]);
    expect(found[3]?.fields).toContainEqual({ field: 'statement', before: 'x', after: null });
    expect(found[4]?.fields).toEqual([{ field: 'cost', before: null, after: '5000 IQD' }]);
  });
});
