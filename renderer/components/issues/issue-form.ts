/** @file A safety issue as it is typed, on its own page and in the dialog of a meeting. */
import { IssueFields, type IssueView } from '#shared/contract/issues.ts';

/** Codes and dates may still be missing; `null` in a text: kept at the owning office, and left as it is there. */
export type IssueForm = {
  readonly issue: string | null;
  readonly other: string | null;
  readonly raisedOn: string | null;
  readonly raisedBy: string | null;
  readonly place: string | null;
  readonly spot: string | null;
  readonly time: string | null;
  readonly affected: readonly string[];
  readonly statement: string | null;
  readonly status: string | null;
  readonly statusOn: string | null;
  readonly reason: string | null;
  readonly step: string | null;
  readonly referralTo: string | null;
  readonly referredOn: string | null;
  readonly referral: string | null;
  readonly plan: string | null;
  readonly problem: string | null;
  readonly dispute: string;
};

export const emptyIssue: IssueForm = {
  issue: null,
  other: '',
  raisedOn: null,
  raisedBy: null,
  place: null,
  spot: '',
  time: null,
  affected: [],
  statement: '',
  status: 'raised',
  statusOn: null,
  reason: '',
  step: null,
  referralTo: null,
  referredOn: null,
  referral: '',
  plan: null,
  problem: null,
  dispute: '',
};

export const issueFormOf = (view: IssueView): IssueForm => {
  const { issue, other, raisedOn, raisedBy, place, spot, time, affected, statement, status, statusOn } = view;
  const { reason, step, referralTo, referredOn, referral, plan, problem, dispute } = view;
  return {
    ...{ issue, other, raisedOn, raisedBy, place, spot, time, affected, statement, status, statusOn },
    ...{ reason, step, referralTo, referredOn, referral, plan, problem, dispute },
  };
};

/** What `issues.create` and `issues.edit` take, before it is judged: a problem is one of a plan. */
export const issueInputOf = (form: IssueForm): unknown => ({
  ...form,
  other: form.issue === 'other' || form.other === null ? form.other : '',
  problem: form.plan === null ? null : form.problem,
});

export const issueSchema = IssueFields;
