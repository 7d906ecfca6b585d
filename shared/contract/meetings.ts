import {
  ACTION_ITEM_STATUS,
  AGE_BAND,
  ATTENDANCE_STATUS,
  DECISION_TYPE,
  MEETING_STATUS,
  MEETING_TYPE,
  SAFETY_ISSUE,
  SEX,
  SSP_RESPONSIBLE,
} from '#shared/domain/generated/code-lists.ts';
import { createErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Paging,
  Passage,
  pageOf,
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
});
export const Decision = z.strictObject({
  id: ElementId,
  type: code(DECISION_TYPE),
  agendaItem: ElementId.nullable().default(null),
  text: Passage,
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
  /** Element id of the plan's problem. */
  problem: ElementId.nullable().optional(),
});

export const MeetingFields = z.strictObject({
  type: code(MEETING_TYPE),
  status: code(MEETING_STATUS),
  date: CalendarDate,
  venue: OptionalLine.default(''),
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
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

export const MeetingView = z.object({
  ...RecordFrame,
  forumId: RecordId,
  forumName: z.string(),
  number: z.int(),
  year: z.int(),
  type: z.string(),
  status: z.string(),
  date: z.string(),
  venue: z.string(),
  agenda: z.array(z.object({ id: ElementId, order: z.int(), title: z.string() })),
  attendance: z.array(
    z.object({ member: ElementId, name: z.string().nullable(), role: z.string(), sex: z.string(), status: z.string() }),
  ),
  guests: z.array(z.object({ sex: z.string(), ageBand: z.string(), count: z.int() })),
  issues: z.array(
    z.object({
      id: ElementId,
      issue: z.string(),
      agendaItem: ElementId.nullable(),
      record: z.string().nullable(),
      statement: z.string().nullable(),
    }),
  ),
  decisions: z.array(z.object({ id: ElementId, type: z.string(), agendaItem: ElementId.nullable(), text: z.string() })),
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
      /** What was told last, or what the minutes say where nothing was told since. */
      now: z.object({ status: z.string(), note: z.string(), date: z.string().nullable() }),
    }),
  ),
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
    input: z.strictObject({ meetingId: RecordId }),
    output: MeetingView,
    errors: ['record/not-found'],
  }),
  'meetings.create': command({
    permission: 'policing.write',
    input: { forumId: RecordId, fields: MeetingFields },
    output: z.object({ id: RecordId, number: z.int(), year: z.int() }),
    errors: [
      ...createErrors,
      'record/not-found',
      'record/voided',
      'meeting/unknown-member',
      'meeting/unknown-agenda-item',
    ],
  }),
  'meetings.edit': recordCommand({
    permission: 'policing.write',
    changes: 'meetingId',
    input: { meetingId: RecordId, fields: MeetingFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed', 'meeting/unknown-member', 'meeting/unknown-agenda-item'],
  }),
} as const;
