import {
  ACTION_ITEM_STATUS,
  AGE_BAND,
  ATTENDANCE_STATUS,
  DECISION_TYPE,
  MAPPING_GROUP,
  MEETING_STATUS,
  MEETING_TYPE,
  SAFETY_ISSUE,
  SEX,
  SSP_RESPONSIBLE,
  TIME_OF_DAY,
} from '#shared/domain/generated/code-lists.ts';
import { isTimeOfDay } from '#shared/domain/meeting-rules.ts';
import { createInForumErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Paging,
  Passage,
  PersonName,
  pageOf,
  Reason,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const AgendaItem = z.strictObject({ id: ElementId, order: z.int().min(1).max(100), title: Line });
export const Attendance = z.strictObject({
  /** Element id of the member in the forum's record. */
  member: ElementId,
  status: code(ATTENDANCE_STATUS),
  /** Of a member who sent somebody. The name stays at the office; `null` for one that is not known here. */
  substitute: z
    .strictObject({
      sex: code(SEX),
      ageBand: code(AGE_BAND),
      name: PersonName.or(z.literal('')).nullable().default(''),
    })
    .nullable()
    .optional(),
});
/** An action of an earlier meeting, as it was told in this one. */
export const ActionReview = z.strictObject({
  /** Element id of the action in the record of its meeting. */
  action: ElementId,
  meeting: RecordId,
  status: code(ACTION_ITEM_STATUS),
  note: Passage.default(''),
});
export const GuestCount = z.strictObject({
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  count: z.int().min(1).max(10_000),
});
export const RaisedIssue = z.strictObject({
  id: ElementId,
  issue: code(SAFETY_ISSUE),
  agendaItem: ElementId.nullable().default(null),
  /** The issue that was raised, as a record of its own. Left out: none. */
  record: RecordId.nullable().optional(),
  /** Stays at the office when the issue's code is marked sensitive; `null` on reading means withheld. */
  statement: Passage.nullable().default(''),
  /** Where in the forum's place: a street, a market. Never an address of a person. */
  where: OptionalLine.optional(),
  timeOfDay: code(TIME_OF_DAY).nullable().optional(),
  groups: z.array(code(MAPPING_GROUP)).max(10).optional(),
  /** Heard before; left out: for the first time. */
  repeated: z.boolean().optional(),
  /** Of the person who raised it. */
  raisedBySex: code(SEX).nullable().optional(),
  /** The member who raised it. Not kept for issues whose code is marked sensitive. */
  raisedBy: ElementId.nullable().optional(),
});
export const Decision = z.strictObject({
  id: ElementId,
  type: code(DECISION_TYPE),
  agendaItem: ElementId.nullable().default(null),
  text: Passage,
  /** Left out: nobody counted. Together at most the voting members who took part. */
  votes: z
    .strictObject({
      inFavour: z.int().min(0).max(1000),
      against: z.int().min(0).max(1000),
      abstained: z.int().min(0).max(1000),
    })
    .nullable()
    .optional(),
});
export const ActionItem = z.strictObject({
  id: ElementId,
  what: Line,
  responsible: code(SSP_RESPONSIBLE),
  due: CalendarDate,
  /** As the minutes have it; what was told since stands in `now` of the view. */
  status: code(ACTION_ITEM_STATUS),
  resources: OptionalLine.optional(),
  /** The issue that the action answers, a record. Left out: none, as with the plan. */
  issue: RecordId.nullable().optional(),
  plan: RecordId.nullable().optional(),
  /** Element ids: the problem of the plan, and the action of the plan that it carries out. */
  problem: ElementId.nullable().optional(),
  planAction: ElementId.nullable().optional(),
});

const OptionalReason = z.string().trim().max(2000, { error: 'field/too-long' });

/** `HH:MM`, 24 hours. */
const TimeOfDay = z.string().refine(isTimeOfDay, { error: 'field/bad-time' });

export const MeetingFields = z.strictObject({
  type: code(MEETING_TYPE),
  /** `minutes_approved` comes by approval alone; `held_no_quorum` is reckoned from the attendance. */
  status: code(MEETING_STATUS),
  date: CalendarDate,
  venue: OptionalLine.default(''),
  startTime: TimeOfDay.nullable().optional(),
  endTime: TimeOfDay.nullable().optional(),
  /** Element id of the member who chaired it, or facilitated a session. */
  chair: ElementId.nullable().optional(),
  /** Why it was postponed or cancelled. */
  statusReason: OptionalReason.optional(),
  /** Why others than those the session is for took part. */
  mixedReason: OptionalReason.optional(),
  reviews: z.array(ActionReview).max(200).optional(),
  next: z.strictObject({ date: CalendarDate.nullable(), venue: OptionalLine }).nullable().optional(),
  agenda: z.array(AgendaItem).max(60),
  attendance: z.array(Attendance).max(100),
  guests: z.array(GuestCount).max(60),
  issues: z.array(RaisedIssue).max(60),
  decisions: z.array(Decision).max(60),
  actions: z.array(ActionItem).max(60),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

export const MeetingRow = z.object({
  id: RecordId,
  forumId: RecordId,
  forumName: z.string(),
  /** Number in the year, counted per forum. */
  number: z.int(),
  year: z.int(),
  type: z.string(),
  status: z.string(),
  date: z.string(),
  present: z.int(),
  /** Of those present. */
  women: z.int(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

const QuorumView = z.object({
  /** Per mille of the voting members, as it was in force that day. */
  ratio: z.int(),
  voters: z.int(),
  present: z.int(),
  needed: z.int(),
  reached: z.boolean(),
});

/** What the minutes say, now or in an earlier version. */
export const MeetingContent = z.object({
  forumId: RecordId,
  forumName: z.string(),
  number: z.int(),
  year: z.int(),
  type: z.string(),
  /** As it stands: approved, or held without a quorum. */
  status: z.string(),
  /** As it was entered. */
  statusEntered: z.string(),
  date: z.string(),
  venue: z.string(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  chair: z.object({ member: ElementId, name: z.string().nullable() }).nullable(),
  statusReason: z.string(),
  mixedReason: z.string(),
  agenda: z.array(z.object({ id: ElementId, order: z.int(), title: z.string() })),
  attendance: z.array(
    z.object({
      member: ElementId,
      name: z.string().nullable(),
      role: z.string(),
      sex: z.string(),
      status: z.string(),
      substitute: z.object({ sex: z.string(), ageBand: z.string(), name: z.string().nullable() }).nullable(),
    }),
  ),
  /** Null where the type of meeting needs none, or nobody's attendance was recorded. */
  quorum: QuorumView.nullable(),
  guests: z.array(z.object({ sex: z.string(), ageBand: z.string(), count: z.int() })),
  reviews: z.array(
    z.object({
      action: ElementId,
      meeting: RecordId,
      number: z.int(),
      year: z.int(),
      what: z.string(),
      responsible: z.string(),
      due: z.string(),
      status: z.string(),
      note: z.string(),
    }),
  ),
  issues: z.array(
    z.object({
      id: ElementId,
      issue: z.string(),
      agendaItem: ElementId.nullable(),
      record: z.string().nullable(),
      statement: z.string().nullable(),
      where: z.string(),
      timeOfDay: z.string().nullable(),
      groups: z.array(z.string()),
      repeated: z.boolean(),
      raisedBySex: z.string().nullable(),
      raisedBy: z.string().nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      id: ElementId,
      type: z.string(),
      /** A proposal, where there was no quorum. */
      takenAs: z.string(),
      agendaItem: ElementId.nullable(),
      text: z.string(),
      votes: z.object({ inFavour: z.int(), against: z.int(), abstained: z.int() }).nullable(),
    }),
  ),
  actions: z.array(
    z.object({
      id: ElementId,
      what: z.string(),
      responsible: z.string(),
      due: z.string(),
      status: z.string(),
      resources: z.string(),
      issue: z.string().nullable(),
      plan: z.string().nullable(),
      problem: z.string().nullable(),
      planAction: z.string().nullable(),
      /** What was told last, or what the minutes say where nothing was told since. */
      now: z.object({ status: z.string(), note: z.string(), date: z.string().nullable() }),
    }),
  ),
  next: z.object({ date: z.string().nullable(), venue: z.string() }).nullable(),
});

export const MeetingView = z.object({
  ...RecordFrame,
  ...MeetingContent.shape,
  /** Of the approved minutes: the last version and its day; `daysLate`: beyond what the rule allows. */
  approved: z.object({ version: z.int(), on: z.string(), daysLate: z.int() }).nullable(),
  /** Groups that somebody wrote to without knowing of the approval. */
  changedSince: z.array(z.string()),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const meetingMethods = {
  'meetings.list': query({
    permission: 'policing.read',
    input: z.strictObject({ ...Paging, forumId: RecordId.nullable().default(null) }),
    output: pageOf(MeetingRow),
    errors: [],
  }),
  'meetings.get': query({
    permission: 'policing.read',
    opens: 'meetingId',
    input: z.strictObject({ meetingId: RecordId }),
    output: MeetingView,
    errors: ['record/not-found'],
  }),
  'meetings.create': command({
    permission: 'policing.write',
    input: { forumId: RecordId, fields: MeetingFields },
    output: z.object({ id: RecordId, number: z.int(), year: z.int() }),
    errors: [...createInForumErrors, 'call/bad-input', 'meeting/unknown-member', 'meeting/unknown-agenda-item'],
  }),
  'meetings.edit': recordCommand({
    permission: 'policing.write',
    changes: 'meetingId',
    input: { meetingId: RecordId, fields: MeetingFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [
      ...writeErrors,
      'record/changed',
      'call/bad-input',
      'meeting/approved',
      'meeting/unknown-member',
      'meeting/unknown-agenda-item',
    ],
  }),
  /** Locks the minutes: from then on they change by corrections alone. */
  'meetings.approve': recordCommand({
    permission: 'policing.approve',
    changes: 'meetingId',
    input: { meetingId: RecordId, approvedOn: CalendarDate },
    output: z.object({ id: RecordId, version: z.int() }),
    errors: [...writeErrors, 'record/changed', 'call/bad-input', 'meeting/approved', 'meeting/nothing-to-approve'],
  }),
  /** A new version of approved minutes; the earlier ones stay readable. */
  'meetings.correct': recordCommand({
    permission: 'policing.approve',
    changes: 'meetingId',
    input: { meetingId: RecordId, fields: MeetingFields, reason: Reason, correctedOn: CalendarDate },
    output: z.object({ id: RecordId, version: z.int() }),
    errors: [
      ...writeErrors,
      'record/changed',
      'call/bad-input',
      'meeting/not-approved',
      'meeting/unknown-member',
      'meeting/unknown-agenda-item',
    ],
  }),
  /** Newest first. */
  'meetings.versions': query({
    permission: 'policing.read',
    input: z.strictObject({ meetingId: RecordId }),
    output: z.array(
      z.object({
        id: ElementId,
        version: z.int(),
        on: z.string(),
        /** Empty for the first. */
        reason: z.string(),
        by: z.string(),
        nodeName: z.string(),
      }),
    ),
    errors: ['record/not-found'],
  }),
  'meetings.version': query({
    permission: 'policing.read',
    opens: 'meetingId',
    input: z.strictObject({ meetingId: RecordId, versionId: ElementId }),
    output: z.object({ version: z.int(), content: MeetingContent }),
    errors: ['record/not-found', 'meeting/unknown-version'],
  }),
  /** What a meeting of the forum begins with. With `meetingId`: as of that meeting. */
  'meetings.carriedIn': query({
    permission: 'policing.read',
    input: z.strictObject({ forumId: RecordId, meetingId: RecordId.nullable().default(null) }),
    output: z.object({
      /** Open actions of earlier meetings, the most urgent first. */
      actions: z.array(
        z.object({
          action: ElementId,
          meeting: RecordId,
          number: z.int(),
          year: z.int(),
          what: z.string(),
          responsible: z.string(),
          due: z.string(),
          status: z.string(),
          note: z.string(),
        }),
      ),
      /** What the last meeting that took place said about the next one. */
      next: z.object({ date: z.string().nullable(), venue: z.string() }).nullable(),
    }),
    errors: ['record/not-found'],
  }),
  /** Every meeting of those days, in their order; at most 93 days. */
  'meetings.calendar': query({
    permission: 'policing.read',
    input: z.strictObject({ from: CalendarDate, to: CalendarDate, forumId: RecordId.nullable().default(null) }),
    output: z.array(
      z.object({
        id: RecordId,
        forumId: RecordId,
        forumName: z.string(),
        number: z.int(),
        year: z.int(),
        type: z.string(),
        status: z.string(),
        date: z.string(),
        startTime: z.string(),
      }),
    ),
    errors: ['call/bad-input'],
  }),
} as const;
