import type { ActionRow } from '#shared/contract/actions.ts';
import type { IssueRow } from '#shared/contract/issues.ts';
import { isSettledIssue } from '#shared/domain/issue-rules.ts';
import { byDate } from '#shared/text/calendar.ts';

export type Answered = { readonly issue: IssueRow; readonly actions: readonly ActionRow[] };

/**
 * What a forum is told at its next meeting, newest first: issues that wait for something, and of settled ones those of
 * the last year in which anything was raised; with each the actions that answer it. Void issues and sensitive ones are
 * left out, with the actions that may tell of them: they are answered to a person, never in public.
 */
export function answersOf(
  issues: readonly IssueRow[],
  agreed: readonly ActionRow[],
): { readonly issues: readonly Answered[]; readonly others: readonly ActionRow[] } {
  const from = yearBefore(issues.map(heard));
  const told = issues
    .filter(({ sensitive, voided }) => !sensitive && !voided)
    .filter((issue) => !isSettledIssue(issue.status) || heard(issue) >= from)
    .toSorted((a, b) => byDate({ date: heard(b) }, { date: heard(a) }));
  const actions = agreed.filter(({ sensitive }) => !sensitive);
  const fromAction = yearBefore(actions.map(({ meetingDate }) => meetingDate));
  return {
    issues: told.map((issue) => ({ issue, actions: actions.filter((action) => action.issue === issue.id) })),
    others: actions.filter(({ issue, meetingDate }) => issue === null && meetingDate >= fromAction),
  };
}

const heard = ({ lastRaised, raisedOn }: IssueRow): string => lastRaised ?? raisedOn;

/** A year before the newest of these days: nothing depends on the clock of this PC. */
function yearBefore(days: readonly string[]): string {
  const newest = days.toSorted().at(-1);
  return newest ? `${String(Number(newest.slice(0, 4)) - 1).padStart(4, '0')}${newest.slice(4)}` : '';
}
