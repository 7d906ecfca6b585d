import { describe, expect, it } from 'vitest';
import { earliestTerm, type Incumbent, termOn } from './forum-term.ts';

const rules = { forumTermMonths: 24, forumTermReminderMonths: 22 };
const chair: Incumbent = { role: 'chair', status: 'active', since: '2024-01-15', termFrom: null, termUntil: null };

describe('a term of office', () => {
  const cases: readonly [string, Partial<Incumbent>, string, ReturnType<typeof termOn>][] = [
    ['runs from the membership', {}, '2025-11-14', { until: '2026-01-15', state: 'running' }],
    ['is told from month 22 on', {}, '2025-11-15', { until: '2026-01-15', state: 'ending' }],
    ['holds on its last day', {}, '2026-01-15', { until: '2026-01-15', state: 'ending' }],
    ['is over the day after', {}, '2026-01-16', { until: '2026-01-15', state: 'over' }],
    [
      'runs from the day the office began',
      { termFrom: '2025-03-01' },
      '2026-01-16',
      { until: '2027-03-01', state: 'running' },
    ],
    ['ends as agreed', { termUntil: '2024-12-31' }, '2024-11-01', { until: '2024-12-31', state: 'ending' }],
    ['is none of a plain member', { role: 'member' }, '2026-01-16', null],
    [
      'is one of a plain member where it was agreed',
      { role: 'member', termUntil: '2026-01-01' },
      '2026-01-16',
      { until: '2026-01-01', state: 'over' },
    ],
    ['ends with the membership', { status: 'resigned' }, '2026-01-16', null],
    ['cannot be told without a day', { since: null }, '2026-01-16', null],
  ];
  it.each(cases)('%s', (_what, more, today, expected) => {
    expect(termOn({ ...chair, ...more }, today, rules)).toEqual(expected);
  });

  it('that ends first stands in the list', () => {
    const earliest = (termFrom: string | null, termUntil: string | null) =>
      earliestTerm({ termFrom, termUntil }, '2026-01-01', rules);
    expect(earliest('2024-06-01', '2026-12-31')).toEqual({ until: '2026-06-01', state: 'running' });
    expect(earliest('2024-06-01', '2026-02-01')).toEqual({ until: '2026-02-01', state: 'ending' });
    expect(earliest(null, null)).toBeNull();
  });
});
