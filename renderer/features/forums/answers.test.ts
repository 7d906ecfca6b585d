import { expect, test } from 'vitest';
import type { ActionRow } from '#shared/contract/actions.ts';
import type { IssueRow } from '#shared/contract/issues.ts';
import { answersOf } from './answers.ts';

const issue = (id: string, more: Partial<IssueRow> = {}): IssueRow =>
  ({
    id,
    sensitive: false,
    voided: false,
    status: 'raised',
    raisedOn: '2026-05-01',
    lastRaised: null,
    ...more,
  }) as IssueRow;

const action = (actionId: string, of: string | null, meetingDate = '2026-05-01', sensitive = false): ActionRow =>
  ({ actionId, issue: of, meetingDate, sensitive }) as ActionRow;

const ids = ({ issues, others }: ReturnType<typeof answersOf>) => [
  ...issues.map(({ issue: { id }, actions }) => [id, ...actions.map(({ actionId }) => actionId)].join(' ')),
  ...others.map(({ actionId }) => actionId),
];

test('tells open issues with their actions, newest first, then what else was agreed', () => {
  const issues = [issue('a', { raisedOn: '2019-01-01' }), issue('b', { lastRaised: '2026-06-01' })];
  const actions = [action('1', 'a'), action('2', null), action('3', 'a'), action('4', null, '2025-04-30')];
  expect(ids(answersOf(issues, actions))).toEqual(['b', 'a 1 3', '2']);
});

test('leaves out what was settled long ago, and everything of a sensitive or void issue', () => {
  const issues = [
    issue('old', { status: 'resolved', raisedOn: '2025-04-30' }),
    issue('recent', { status: 'resolved', raisedOn: '2025-05-01' }),
    issue('hidden', { sensitive: true }),
    issue('void', { voided: true }),
  ];
  expect(ids(answersOf(issues, [action('1', 'hidden'), action('2', 'void')]))).toEqual(['recent']);
  const beside = [action('1', null, '2026-05-01', true), action('2', 'recent', '2026-05-01', true)];
  expect(ids(answersOf(issues, beside))).toEqual(['recent']);
});

test('has nothing to tell of a forum that heard nothing', () => {
  expect(answersOf([], [])).toEqual({ issues: [], others: [] });
});
