import {
  AGE_BAND,
  DISPLACEMENT_STATUS,
  FORUM_MEMBER_CATEGORY,
  FORUM_ROLE,
  FORUM_STATUS,
  type ForumStatus,
  MEMBERSHIP_STATUS,
  SELECTION_METHOD,
  SEX,
} from '#shared/domain/generated/code-lists.ts';
import { forumFaults } from '#shared/domain/forum-guards.ts';
import { createErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Paging,
  PersonName,
  Passage,
  Phone,
  PlaceCode,
  pageOf,
  Reason,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { TransferView } from './transfers.ts';
import { z } from './zod.ts';

const STORED_FORUM_STATUS = FORUM_STATUS.filter((status) => status !== 'dormant') as [
  Exclude<ForumStatus, 'dormant'>,
  ...Exclude<ForumStatus, 'dormant'>[],
];

export const ForumMember = z.strictObject({
  id: ElementId,
  /** `null` on reading: kept at the owning office. */
  name: PersonName.nullable(),
  phone: Phone.nullable().default(null),
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  category: code(FORUM_MEMBER_CATEGORY),
  role: code(FORUM_ROLE),
  status: code(MEMBERSHIP_STATUS),
  since: CalendarDate.nullable().default(null),
  /** Agreed that the name leaves the office while he or she holds an office of the forum. Left out: no. */
  named: z.boolean().optional(),
  /** Groups he or she speaks for besides. */
  secondary: z.array(code(FORUM_MEMBER_CATEGORY)).max(6).optional(),
  displacement: code(DISPLACEMENT_STATUS).nullable().optional(),
  /** How he or she was chosen. */
  selection: code(SELECTION_METHOD).nullable().optional(),
  institution: OptionalLine.optional(),
  /** The office in the forum began on another day than the membership. */
  termFrom: CalendarDate.nullable().optional(),
  /** Last day, where the forum agreed on one; else the rule in force tells it. */
  termUntil: CalendarDate.nullable().optional(),
  /** The day the membership ended. */
  leftOn: CalendarDate.nullable().optional(),
});
export type ForumMember = z.infer<typeof ForumMember>;

export const ForumCandidate = z.strictObject({
  id: ElementId,
  /** Element id of a member; null for somebody who is none. */
  member: ElementId.nullable(),
  /** Of one who is no member; `null` on reading: kept at the owning office. */
  name: PersonName.nullable().default(null),
  sex: code(SEX),
  votes: z.int().min(0).max(10_000).nullable().default(null),
  elected: z.boolean(),
});

export const ForumElection = z.strictObject({
  id: ElementId,
  on: CalendarDate,
  role: code(FORUM_ROLE),
  /** Votes were counted; else the forum agreed without. */
  counted: z.boolean(),
  /** Who cast a vote; null where it was not written down. */
  voters: z.int().min(1).max(10_000).nullable().default(null),
  /** Why one with fewer votes was elected. */
  reason: OptionalLine.default(''),
  candidates: z.array(ForumCandidate).min(1, { error: 'field/required' }).max(40),
});
export type ForumElection = z.infer<typeof ForumElection>;

export const ForumStatute = z.strictObject({
  adoptedOn: CalendarDate.nullable().default(null),
  /** Number of the order by which it was founded. */
  order: OptionalLine.default(''),
  /** Quarters and villages that it speaks for. */
  area: OptionalLine.default(''),
  aims: Passage.default(''),
  /** Where and when it usually meets. */
  usualMeeting: OptionalLine.default(''),
});
export type ForumStatute = z.infer<typeof ForumStatute>;

export const ForumFields = z.strictObject({
  name: Line,
  place: PlaceCode,
  /** Names the office that serves the forum, as people call it. */
  servingOffice: OptionalLine.default(''),
  foundedOn: CalendarDate.nullable().default(null),
  establishedBy: OptionalLine.default(''),
  /** Not `dormant`, which is worked out. Ending and reviving have methods of their own. */
  status: code(STORED_FORUM_STATUS),
  members: z.array(ForumMember).max(100),
  /** The community police office that serves it. */
  site: RecordId.nullable().optional(),
  /** Why an office serves it that is farther away than the rule wants. */
  farReason: OptionalLine.optional(),
  /** Left out: none. */
  statute: ForumStatute.optional(),
  partners: z.array(RecordId).max(20).optional(),
  elections: z.array(ForumElection).max(60).optional(),
});
export type ForumFields = z.infer<typeof ForumFields>;

/** What a form holds and the core takes: also what hangs together is judged (`forumFaults`). */
export const GuardedForumFields = ForumFields.superRefine((forum, context) => {
  for (const { path, code: message } of forumFaults(forum)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});

export const ForumRow = z.object({
  id: RecordId,
  name: z.string(),
  place: z.string(),
  status: z.string(),
  foundedOn: z.string().nullable(),
  /** Active, observers left out. */
  members: z.int(),
  women: z.int(),
  men: z.int(),
  /** Women among chair, vice-chair and secretary. */
  leadingWomen: z.int(),
  /** Day of the last meeting that counts for `forumStatusOn`. */
  lastMeeting: z.string().nullable(),
  /** For `earliestTerm`. */
  termFrom: z.string().nullable(),
  termUntil: z.string().nullable(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

/** A code that arrived from another office may be newer than this program: on reading, codes are plain text. */
export const ForumView = z.object({
  ...RecordFrame,
  name: z.string(),
  place: z.string(),
  servingOffice: z.string(),
  foundedOn: z.string().nullable(),
  establishedBy: z.string(),
  status: z.string(),
  members: z.array(
    z.object({
      id: ElementId,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      sex: z.string(),
      ageBand: z.string(),
      category: z.string(),
      role: z.string(),
      status: z.string(),
      since: z.string().nullable(),
      named: z.boolean(),
      secondary: z.array(z.string()),
      displacement: z.string().nullable(),
      selection: z.string().nullable(),
      institution: z.string(),
      termFrom: z.string().nullable(),
      termUntil: z.string().nullable(),
      leftOn: z.string().nullable(),
    }),
  ),
  site: RecordId.nullable(),
  farReason: z.string(),
  statute: z.object({
    adoptedOn: z.string().nullable(),
    order: z.string(),
    area: z.string(),
    aims: z.string(),
    usualMeeting: z.string(),
  }),
  partners: z.array(RecordId),
  elections: z.array(
    z.object({
      id: ElementId,
      on: z.string(),
      role: z.string(),
      counted: z.boolean(),
      voters: z.int().nullable(),
      reason: z.string(),
      candidates: z.array(
        z.object({
          id: ElementId,
          member: ElementId.nullable(),
          name: z.string().nullable(),
          sex: z.string(),
          votes: z.int().nullable(),
          elected: z.boolean(),
        }),
      ),
    }),
  ),
  /** How it ended and began again, oldest first. */
  turns: z.array(
    z.object({
      id: ElementId,
      /** `merged`, `dissolved` or `revived`. */
      kind: z.string(),
      on: z.string(),
      reason: z.string(),
      /** The forum it went into; the name is empty where that forum is not seen here. */
      into: z.object({ id: RecordId, name: z.string() }).nullable(),
    }),
  ),
  /** Names of office-holders who agreed that they leave the office. */
  holders: z.array(z.object({ member: ElementId, name: z.string() })),
  /** The last hand-over of it, or of what stayed behind when it went; null when it was never offered. */
  transfer: TransferView.nullable(),
  /** This office may read all of it, and a part has not come yet. */
  incomplete: z.boolean(),
  /** Records of it that this office still owns though the forum went to another. */
  leftBehind: z.int(),
});
export type ForumView = z.infer<typeof ForumView>;

/** What the page of a forum gathers from its meetings. */
export const ForumDashboard = z.object({
  /** Day of the last meeting that counts for `forumStatusOn`. */
  lastMeeting: z.string().nullable(),
  lastWomenSession: z.string().nullable(),
  nextMeeting: z
    .object({ id: RecordId, date: z.string(), type: z.string(), year: z.int(), number: z.int() })
    .nullable(),
  /** Open ones, those due first at the top. */
  actions: z.object({
    open: z.int(),
    late: z.int(),
    rows: z.array(
      z.object({
        id: ElementId,
        meetingId: RecordId,
        what: z.string(),
        due: z.string(),
        status: z.string(),
        late: z.boolean(),
      }),
    ),
  }),
  /** The last twelve that were held, oldest first. */
  attendance: z.array(
    z.object({
      meetingId: RecordId,
      year: z.int(),
      number: z.int(),
      date: z.string(),
      type: z.string(),
      /** Members of that day. */
      expected: z.int(),
      /** Of the members: there, by phone, or by a substitute; women of these. */
      present: z.int(),
      women: z.int(),
      /** Whether it was reached; null where none was needed. */
      quorum: z.boolean().nullable(),
    }),
  ),
});
export type ForumDashboard = z.infer<typeof ForumDashboard>;

export const forumMethods = {
  'forums.list': query({
    permission: 'policing.read',
    input: z.strictObject(Paging),
    output: pageOf(ForumRow),
    errors: [],
  }),
  'forums.get': query({
    permission: 'policing.read',
    opens: 'forumId',
    input: z.strictObject({ forumId: RecordId }),
    output: ForumView,
    errors: ['record/not-found'],
  }),
  'forums.dashboard': query({
    permission: 'policing.read',
    input: z.strictObject({ forumId: RecordId, today: CalendarDate }),
    output: ForumDashboard,
    errors: ['record/not-found'],
  }),
  'forums.create': command({
    permission: 'policing.write',
    input: { fields: GuardedForumFields },
    output: z.object({ id: RecordId }),
    errors: [...createErrors, 'forum/status-by-act', 'call/bad-input'],
  }),
  'forums.edit': recordCommand({
    permission: 'policing.write',
    changes: 'forumId',
    input: { forumId: RecordId, fields: GuardedForumFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed', 'forum/status-by-act', 'call/bad-input'],
  }),
  /** Merged into another forum of this office, or dissolved. */
  'forums.end': recordCommand({
    permission: 'policing.approve',
    changes: 'forumId',
    input: {
      forumId: RecordId,
      how: z.enum(['merged', 'dissolved'], { error: 'field/unknown-code' }),
      on: CalendarDate,
      reason: Reason,
      /** Of a merger. */
      into: RecordId.nullable().default(null),
    },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'forum/ended', 'forum/before-last-turn', 'forum/no-merger-target'],
  }),
  'forums.revive': recordCommand({
    permission: 'policing.approve',
    changes: 'forumId',
    input: { forumId: RecordId, on: CalendarDate, reason: Reason },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'forum/not-ended', 'forum/before-last-turn'],
  }),
} as const;
