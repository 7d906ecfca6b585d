/** @file F12 to F14: issues that people raised, and what was promised. */
import { daysBetween } from '#shared/text/calendar.ts';
import { counted, type Item, judged, type Tags, valued } from './item.ts';
import { isIn, type Period, yearBefore } from './period.ts';

export type IssueFact = {
  readonly raisedOn: string;
  readonly status: string;
  /** The day it came to stand so. */
  readonly statusOn: string | null;
  readonly tags: Tags;
};

export function issueItems(issues: readonly IssueFact[], period: Period): Record<string, Item[]> {
  const ofYear = issues.filter(({ raisedOn }) => isIn(yearBefore(period), raisedOn));
  const stoodSo = (issue: IssueFact, status: string) =>
    issue.status === status && (issue.statusOn ?? issue.raisedOn) <= period.to;
  const resolved = ofYear.filter((issue) => stoodSo(issue, 'resolved'));
  return {
    F12: issues.filter(({ raisedOn }) => isIn(period, raisedOn)).map(({ tags }) => counted(tags)),
    F13: ofYear
      .filter((issue) => !stoodSo(issue, 'not_in_mandate'))
      .map((issue) => judged(issue.tags, stoodSo(issue, 'resolved'))),
    F13_days: resolved.map(({ raisedOn, statusOn, tags }) => valued(tags, daysBetween(raisedOn, statusOn ?? raisedOn))),
  };
}

/** An action that a meeting agreed on. */
export type ActionFact = {
  readonly due: string;
  readonly status: string;
  /** Of a done one the day it was done. */
  readonly since: string;
  readonly tags: Tags;
};

export const actionItems = (actions: readonly ActionFact[], period: Period): Record<string, Item[]> => ({
  F14: actions
    .filter(({ due, status }) => isIn(period, due) && status !== 'dropped')
    .map(({ due, status, since, tags }) => judged(tags, status === 'done' && since <= due)),
});
