import {
  ISSUE_STATUS,
  MAPPING_GROUP,
  POLICE_PROBLEM_STEP,
  REFERRAL_BODY,
  SAFETY_ISSUE,
  SAFETY_ISSUE_GROUP,
  SEX,
  TIME_OF_DAY,
} from '#shared/domain/generated/code-lists.ts';
import { issueFaults } from '#shared/domain/issue-rules.ts';
import { createInForumErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Moment,
  OptionalLine,
  Paging,
  Passage,
  PlaceCode,
  pageOf,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/**
 * A pattern with place and time, never a person's case. Its texts stay at the office when its code is marked sensitive;
 * `null` on reading means withheld, and on writing leaves them as they are.
 */
export const IssueFields = z
  .strictObject({
    issue: code(SAFETY_ISSUE),
    /** What it is, where no code of the list fits. */
    other: OptionalLine.nullable().default(''),
    /** The day it was first heard of. */
    raisedOn: CalendarDate,
    /** Sex of those who raised it first; `null`: several, or not known. */
    raisedBy: code(SEX).nullable().default(null),
    place: PlaceCode,
    /** Street, market or school; no address of a person. */
    spot: OptionalLine.nullable().default(''),
    time: code(TIME_OF_DAY),
    /** Groups of people that it affects. */
    affected: z.array(code(MAPPING_GROUP)).max(MAPPING_GROUP.length).default([]),
    statement: Passage.nullable().default(''),
    status: code(ISSUE_STATUS),
    /** The day it was resolved or closed. */
    statusOn: CalendarDate.nullable().default(null),
    reason: Passage.nullable().default(''),
    /** Where the work on it stands, for offices that work in these steps. */
    step: code(POLICE_PROBLEM_STEP).nullable().default(null),
    referralTo: code(REFERRAL_BODY).nullable().default(null),
    referredOn: CalendarDate.nullable().default(null),
    referral: Passage.nullable().default(''),
    plan: RecordId.nullable().default(null),
    /** Element id of the plan's problem. */
    problem: ElementId.nullable().default(null),
    /** Number of a case about housing, land or property; nothing else of it. */
    dispute: OptionalLine.default(''),
  })
  .superRefine((fields, context) => {
    for (const { path, code: message } of issueFaults(fields)) {
      context.addIssue({ code: 'custom', path: [path], message, input: fields[path] });
    }
  });
export type IssueFields = z.infer<typeof IssueFields>;

export const IssueRow = z.object({
  id: RecordId,
  issue: z.string(),
  /** First level of the issue's code; empty for a code that this program does not know. */
  group: z.string(),
  sensitive: z.boolean(),
  /** Both `null` where they are kept at the office. */
  other: z.string().nullable(),
  spot: z.string().nullable(),
  place: z.string(),
  time: z.string(),
  status: z.string(),
  raisedOn: z.string(),
  raisedBy: z.string().nullable(),
  forumId: RecordId.nullable(),
  forumName: z.string(),
  /** Meetings held in which it was raised. */
  times: z.int(),
  lastRaised: z.string().nullable(),
  /** Actions that answer it, dropped ones left out. */
  actions: z.int(),
  /** Raised again and again without any action. */
  unheard: z.boolean(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});
export type IssueRow = z.infer<typeof IssueRow>;

export const IssueView = z.object({
  ...RecordFrame,
  issue: z.string(),
  group: z.string(),
  sensitive: z.boolean(),
  other: z.string().nullable(),
  forumId: RecordId.nullable(),
  forumName: z.string(),
  raisedOn: z.string(),
  raisedBy: z.string().nullable(),
  place: z.string(),
  spot: z.string().nullable(),
  time: z.string(),
  affected: z.array(z.string()),
  statement: z.string().nullable(),
  status: z.string(),
  statusOn: z.string().nullable(),
  reason: z.string().nullable(),
  step: z.string().nullable(),
  referralTo: z.string().nullable(),
  referredOn: z.string().nullable(),
  referral: z.string().nullable(),
  plan: z.string().nullable(),
  problem: z.string().nullable(),
  dispute: z.string(),
  /** Newest first; a meeting that was not held, or is void, is none. */
  raised: z.array(
    z.object({ meetingId: RecordId, number: z.int(), year: z.int(), date: z.string(), type: z.string() }),
  ),
  times: z.int(),
  actions: z.int(),
  unheard: z.boolean(),
});
export type IssueView = z.infer<typeof IssueView>;

const outcome = z.object({ id: RecordId, changedGroups: z.array(z.string()) });

/** The day whose rule tells when an issue counts as unheard; without it the rule that was set last. */
const OnDay = { today: CalendarDate.nullable().default(null) };

export const issueMethods = {
  'issues.list': query({
    permission: 'policing.read',
    input: z.strictObject({
      ...Paging,
      ...OnDay,
      forumId: RecordId.nullable().default(null),
      group: code(SAFETY_ISSUE_GROUP).nullable().default(null),
      /** `open`: something is still waited for. */
      show: z.enum(['all', 'open', 'settled', 'unheard']).default('all'),
      /** Those linked to this plan alone. */
      plan: RecordId.nullable().default(null),
    }),
    output: pageOf(IssueRow),
    errors: [],
  }),
  'issues.get': query({
    permission: 'policing.read',
    opens: 'issueId',
    input: z.strictObject({ issueId: RecordId, ...OnDay }),
    output: IssueView,
    errors: ['record/not-found'],
  }),
  /** Counts by group, of one forum or of all, void issues left out; only groups in which there are any. */
  'issues.byGroup': query({
    permission: 'policing.read',
    input: z.strictObject({ forumId: RecordId.nullable().default(null), ...OnDay }),
    output: z.object({
      groups: z.array(
        z.object({ group: z.string(), total: z.int(), open: z.int(), unheard: z.int(), resolved: z.int() }),
      ),
      /** What women raised first, and how much of it got an action. */
      women: z.object({ raised: z.int(), answered: z.int() }),
    }),
    errors: [],
  }),
  'issues.create': command({
    permission: 'policing.write',
    input: { forumId: RecordId, fields: IssueFields },
    output: z.object({ id: RecordId }),
    errors: createInForumErrors,
  }),
  'issues.edit': recordCommand({
    permission: 'policing.write',
    changes: 'issueId',
    input: { issueId: RecordId, fields: IssueFields },
    output: outcome,
    errors: [...writeErrors, 'record/changed'],
  }),
} as const;
