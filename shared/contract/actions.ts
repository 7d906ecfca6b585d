import { ACTION_ITEM_STATUS } from '#shared/domain/generated/code-lists.ts';
import { progressFaults } from '#shared/domain/action-rules.ts';
import { writeErrors } from './common-errors.ts';
import { CalendarDate, code, ElementId, OptionalLine, Paging, Passage, pageOf, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** What is told of an action after its meeting; the minutes stay as they are. */
export const ActionProgress = z
  .strictObject({
    /** The day it was so; of a done action the day it was done. */
    date: CalendarDate,
    status: code(ACTION_ITEM_STATUS),
    /** What was done, or why not. */
    note: Passage.default(''),
    /** What shows it: the number of a letter, a photograph, who saw it in which office. */
    evidence: OptionalLine.default(''),
    /** The meeting in which it was reviewed. */
    meeting: RecordId.nullable().default(null),
  })
  .superRefine((told, context) => {
    for (const { path, code: message } of progressFaults(told, null)) {
      context.addIssue({ code: 'custom', path: [path], message, input: told[path] });
    }
  });
export type ActionProgress = z.infer<typeof ActionProgress>;

export const ActionRow = z.object({
  meetingId: RecordId,
  actionId: ElementId,
  /** Of the meeting that agreed on it. */
  number: z.int(),
  year: z.int(),
  meetingDate: z.string(),
  forumId: RecordId.nullable(),
  forumName: z.string(),
  what: z.string(),
  responsible: z.string(),
  due: z.string(),
  /** As it stands now. */
  status: z.string(),
  /** The day it was told last, and what. */
  told: z.string().nullable(),
  /** The day from which it has its status; of a done action the day it was done. Null: as the minutes have it. */
  since: z.string().nullable(),
  note: z.string(),
  issue: RecordId.nullable(),
  /** Answers an issue whose code is marked sensitive, or answers none and was agreed where such an issue was raised. */
  sensitive: z.boolean(),
  plan: RecordId.nullable(),
  late: z.boolean(),
  daysLate: z.int(),
  /** So late that it goes to the head of the office. */
  escalated: z.boolean(),
  ownerName: z.string(),
  /** This home records what becomes of it. */
  mine: z.boolean(),
});
export type ActionRow = z.infer<typeof ActionRow>;

const Counts = z.object({
  made: z.int(),
  kept: z.int(),
  keptLate: z.int(),
  open: z.int(),
  late: z.int(),
  blocked: z.int(),
  dropped: z.int(),
});

/** Today as the person's screen has it; due dates are compared with it. */
const Today = z.iso.date();

export const actionMethods = {
  'actions.list': query({
    permission: 'policing.read',
    input: z.strictObject({
      ...Paging,
      today: Today,
      /** `open`: everything that is neither done nor dropped, late ones too; `running`: those of them that are not late. */
      show: z.enum(['all', 'open', 'running', 'late', 'escalated', 'done']).default('open'),
      forumId: RecordId.nullable().default(null),
      /** Node that owns the meeting. */
      office: RecordId.nullable().default(null),
      issueId: RecordId.nullable().default(null),
      plan: RecordId.nullable().default(null),
      /** Agreed on in a meeting before this day: what a later meeting reviews. */
      before: CalendarDate.nullable().default(null),
    }),
    output: pageOf(ActionRow),
    errors: [],
  }),
  'actions.get': query({
    permission: 'policing.read',
    input: z.strictObject({ actionId: ElementId, today: Today }),
    output: z.object({
      ...ActionRow.shape,
      resources: z.string(),
      /** Elements of the plan: the problem it answers, the action of the plan it carries out. */
      problem: z.string().nullable(),
      planAction: z.string().nullable(),
      /** Oldest first. */
      progress: z.array(
        z.object({
          id: ElementId,
          date: z.string(),
          status: z.string(),
          note: z.string(),
          evidence: z.string(),
          meeting: z.string().nullable(),
        }),
      ),
      heads: z.record(z.string(), z.array(z.string())),
      may: z.object({ tell: z.boolean() }),
    }),
    errors: ['record/not-found'],
  }),
  'actions.progress': command({
    permission: 'policing.write',
    about: 'meetingId',
    input: { meetingId: RecordId, actionId: ElementId, progress: ActionProgress },
    output: z.object({ id: RecordId, progressId: ElementId }),
    errors: [...writeErrors, 'action/unknown', 'action/before-meeting'],
  }),
  /** Takes back what was told by mistake between meetings. */
  'actions.takeBack': recordCommand({
    permission: 'policing.write',
    changes: 'meetingId',
    input: { meetingId: RecordId, progressId: ElementId },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'action/unknown', 'action/in-minutes'],
  }),
  /** How promises were kept: actions due in a period, by forum, office and body responsible. */
  'actions.promises': query({
    permission: 'policing.read',
    input: z.strictObject({
      today: Today,
      from: CalendarDate.nullable().default(null),
      to: CalendarDate.nullable().default(null),
      forumId: RecordId.nullable().default(null),
    }),
    output: z.object({
      total: Counts,
      forums: z.array(z.object({ ...Counts.shape, forumId: RecordId.nullable(), forumName: z.string() })),
      offices: z.array(z.object({ ...Counts.shape, office: RecordId.nullable(), officeName: z.string() })),
      bodies: z.array(z.object({ ...Counts.shape, responsible: z.string() })),
    }),
    errors: [],
  }),
} as const;
