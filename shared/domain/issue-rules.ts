/**
 * @file What an issue's fields must say together, and when an issue that is raised again and again went unheard. An issue
 * is a pattern with a place and a time, never a person's case.
 */

/** What is wrong with a field: its path in the fields of the issue, and the code of the sentence under it. */
export type IssueFault = { readonly path: 'other' | 'statusOn' | 'reason' | 'referralTo'; readonly code: string };

type Judged = {
  readonly issue: string;
  /** `null`: kept at the office, and left as it is there. */
  readonly other: string | null;
  readonly raisedOn: string;
  readonly status: string;
  readonly statusOn: string | null;
  readonly reason: string | null;
  readonly referralTo: string | null;
};

/** What the vocabulary asks of a status; each fault stands at the field that mends it. */
export function issueFaults(fields: Judged): readonly IssueFault[] {
  const faults: IssueFault[] = [];
  const require = (path: IssueFault['path'], missing: boolean) => {
    if (missing) faults.push({ path, code: 'field/required' });
  };
  require('other', fields.issue === 'other' && fields.other === '');
  require('statusOn', isSettledIssue(fields.status) && fields.statusOn === null);
  require('reason', fields.status === 'closed_unresolved' && fields.reason === '');
  require('referralTo', fields.status === 'referred' && fields.referralTo === null);
  if (fields.statusOn !== null && fields.statusOn < fields.raisedOn)
    faults.push({ path: 'statusOn', code: 'field/before-raised' });
  return faults;
}

/** Nothing more is waited for. */
export const isSettledIssue = (status: string): boolean => settled.has(status);
export const SETTLED_ISSUE_STATUSES = ['resolved', 'closed_unresolved', 'not_in_mandate'] as const;
const settled: ReadonlySet<string> = new Set(SETTLED_ISSUE_STATUSES);

/** Statuses in which nobody has been asked to do anything yet. */
export const WAITING_ISSUE_STATUSES = ['raised', 'under_discussion'] as const;
const waiting: ReadonlySet<string> = new Set(WAITING_ISSUE_STATUSES);

/**
 * Raised again and again, and nothing was done. `times`: meetings held in which it was raised; `actions`: actions that
 * answer it, dropped ones left out; `from`: the rule `issueUnheardFrom`.
 */
export const isUnheard = (
  issue: { readonly status: string; readonly times: number; readonly actions: number },
  from: number,
): boolean => waiting.has(issue.status) && issue.times >= from && issue.actions === 0;
