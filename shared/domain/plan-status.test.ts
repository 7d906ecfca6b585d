import { describe, expect, it } from 'vitest';
import { SSP_ACTION_STATUS, SSP_STATUS } from './generated/code-lists.ts';
import {
  isEndorsed,
  isInForce,
  isOpenAction,
  isOverdueAction,
  missingInState,
  missingVoices,
  moveNeedsReason,
  movesFrom,
  reviewDueOn,
} from './plan-status.ts';

describe('the status of a plan', () => {
  it('moves as the table says; nobody moves it to endorsed or replaced', () => {
    expect(Object.fromEntries(SSP_STATUS.map((status) => [status, movesFrom(status)]))).toEqual({
      draft: ['consultation'],
      consultation: ['draft'],
      endorsed: ['active', 'under_review'],
      active: ['under_review', 'completed'],
      under_review: ['active', 'completed'],
      completed: ['active'],
      superseded: [],
    });
    expect(movesFrom('of a newer program')).toEqual([]);
  });

  it('is locked from the endorsement on, and in force until it ends', () => {
    expect(SSP_STATUS.filter(isEndorsed)).toEqual(['endorsed', 'active', 'under_review', 'completed', 'superseded']);
    expect(SSP_STATUS.filter(isInForce)).toEqual(['endorsed', 'active', 'under_review']);
  });

  it('asks why it goes back', () => {
    expect(moveNeedsReason('completed', 'active')).toBe(true);
    expect(moveNeedsReason('consultation', 'draft')).toBe(true);
    expect(moveNeedsReason('endorsed', 'active')).toBe(false);
  });
});

describe('the next review', () => {
  it.each([
    ['active', '2026-01-01', null, '2026-07-03'],
    ['active', '2026-01-01', '2026-06-01', '2026-12-01'],
    ['endorsed', '2026-06-01', '2026-01-01', '2026-12-01'],
    ['draft', null, null, null],
    ['superseded', '2026-01-01', null, null],
    ['completed', '2026-01-01', null, null],
  ])('of a plan that is %s, endorsed %s, reviewed %s, is due %s', (status, endorsedOn, reviewedOn, due) => {
    expect(reviewDueOn({ status, endorsedOn, reviewedOn }, 183)).toBe(due);
  });
});

describe('the voices in a plan', () => {
  const women = { kind: 'meeting', type: 'women_session', date: '2026-02-01' };
  const youth = { kind: 'meeting', type: 'youth_session', date: '2026-02-02' };
  const mapping = { kind: 'mapping', type: 'young_women', date: '2026-02-01' };
  it.each([
    [[], null, { women: true, youth: true }],
    [[women, youth], null, { women: false, youth: false }],
    [[women, youth], '2026-02-01', { women: false, youth: true }],
    [[mapping, youth], '2026-03-01', { women: false, youth: false }],
    [[{ ...mapping, type: 'mixed' }], null, { women: true, youth: true }],
    [[{ ...mapping, type: 'youth_session' }], null, { women: true, youth: true }],
  ])('%# are told where they are missing', (sessions, endorsedOn, missing) => {
    expect(missingVoices(sessions, endorsedOn)).toEqual(missing);
  });
});

describe('an action', () => {
  it('is late after the day it is due, or the one it was put off to, while it is open', () => {
    const action = { status: 'in_progress', due: '2026-03-01', newDue: null };
    expect(isOverdueAction(action, '2026-03-01')).toBe(false);
    expect(isOverdueAction(action, '2026-03-02')).toBe(true);
    expect(isOverdueAction({ ...action, status: 'postponed', newDue: '2026-04-01' }, '2026-03-02')).toBe(false);
    expect(isOverdueAction({ ...action, status: 'completed' }, '2026-03-02')).toBe(false);
    expect(SSP_ACTION_STATUS.filter((status) => !isOpenAction(status))).toEqual(['completed', 'cancelled']);
  });

  it.each([
    ['completed', ['doneOn']],
    ['postponed', ['newDue']],
    ['blocked', ['note']],
    ['cancelled', ['note']],
    ['in_progress', []],
    ['not_started', []],
    ['partially_completed', []],
  ] as const)('that is %s tells %j', (status, missing) => {
    expect(missingInState({ status, doneOn: null, newDue: null, note: '' })).toEqual(missing);
    expect(missingInState({ status, doneOn: '2026-01-01', newDue: '2026-01-01', note: 'x' })).toEqual([]);
  });
});
