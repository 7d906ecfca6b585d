import { describe, expect, it } from 'vitest';
import { ISSUE_STATUS } from './generated/code-lists.ts';
import { isSettledIssue, issueFaults, isUnheard } from './issue-rules.ts';

const plain = {
  issue: 'street_lighting',
  other: '',
  raisedOn: '2026-02-10',
  status: 'raised',
  statusOn: null,
  reason: '',
  referralTo: null,
};

describe('an issue', () => {
  it.each([
    ['nothing more than its pattern while it is raised', {}, []],
    ['words where no code of the list fits', { issue: 'other' }, ['other: field/required']],
    ['no words that are kept at the office', { issue: 'other', other: null }, []],
    ['the day it was resolved', { status: 'resolved' }, ['statusOn: field/required']],
    [
      'the day and the reason when it is closed without solution',
      { status: 'closed_unresolved' },
      ['statusOn: field/required', 'reason: field/required'],
    ],
    ['no reason that is kept at the office', { status: 'closed_unresolved', statusOn: '2026-03-01', reason: null }, []],
    ['the body it is referred to', { status: 'referred' }, ['referralTo: field/required']],
    [
      'a day that is not before the one it was raised on',
      { status: 'resolved', statusOn: '2026-02-09' },
      ['statusOn: field/before-raised'],
    ],
    ['the same day at the earliest', { status: 'resolved', statusOn: '2026-02-10' }, []],
  ])('needs %s', (_, more, faults) => {
    expect(issueFaults({ ...plain, ...more }).map(({ path, code }) => `${path}: ${code}`)).toEqual(faults);
  });

  it('is settled in three of its statuses', () => {
    expect(ISSUE_STATUS.filter(isSettledIssue)).toEqual(['resolved', 'closed_unresolved', 'not_in_mandate']);
  });

  it.each([
    [{ status: 'raised', times: 3, actions: 0 }, true],
    [{ status: 'under_discussion', times: 5, actions: 0 }, true],
    [{ status: 'raised', times: 2, actions: 0 }, false],
    [{ status: 'raised', times: 3, actions: 1 }, false],
    [{ status: 'action_assigned', times: 3, actions: 0 }, false],
    [{ status: 'in_ssp', times: 3, actions: 0 }, false],
    [{ status: 'resolved', times: 9, actions: 0 }, false],
  ])('%o is unheard: %s', (issue, unheard) => {
    expect(isUnheard(issue, 3)).toBe(unheard);
  });
});
