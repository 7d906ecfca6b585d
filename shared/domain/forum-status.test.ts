import { describe, expect, it } from 'vitest';
import { daysSinceMeeting, type ForumLife, forumStatusOn, isForumEnded } from './forum-status.ts';

const rules = { forumDormantAfterDays: 90 };
const today = '2026-06-30';

describe('the status of a forum on a day', () => {
  const cases: readonly [string, ForumLife, string][] = [
    ['planned stays planned', { status: 'planned', foundedOn: null, lastMeeting: null }, 'planned'],
    ['merged stays merged', { status: 'merged', foundedOn: '2020-01-01', lastMeeting: '2026-06-01' }, 'merged'],
    [
      '90 days after a meeting it is active',
      { status: 'established', foundedOn: null, lastMeeting: '2026-04-01' },
      'active',
    ],
    ['on the 91st it is dormant', { status: 'active', foundedOn: null, lastMeeting: '2026-03-31' }, 'dormant'],
    [
      'founded lately and not met yet',
      { status: 'established', foundedOn: '2026-06-01', lastMeeting: null },
      'established',
    ],
    ['founded long ago and never met', { status: 'active', foundedOn: '2025-06-01', lastMeeting: null }, 'dormant'],
    ['without any day it is as entered', { status: 'active', foundedOn: null, lastMeeting: null }, 'active'],
    [
      'a code of a newer program with a meeting',
      { status: 'new_code', foundedOn: null, lastMeeting: '2026-06-29' },
      'active',
    ],
  ];
  it.each(cases)('%s', (_what, forum, expected) => {
    expect(forumStatusOn(forum, today, rules)).toBe(expected);
  });

  it('knows which forums have ended', () => {
    expect(['merged', 'dissolved', 'dormant', 'planned'].map(isForumEnded)).toEqual([true, true, false, false]);
  });

  it('counts the days from the last meeting, or from the founding', () => {
    const forum = { status: 'active', foundedOn: '2026-06-01', lastMeeting: '2026-06-20' };
    expect(daysSinceMeeting(forum, today)).toBe(10);
    expect(daysSinceMeeting({ ...forum, lastMeeting: null }, today)).toBe(29);
    expect(daysSinceMeeting({ ...forum, lastMeeting: null, foundedOn: null }, today)).toBeNull();
  });
});
