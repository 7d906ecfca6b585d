import {
  AGE_BAND,
  FORUM_MEMBER_CATEGORY,
  FORUM_ROLE,
  FORUM_STATUS,
  MEMBERSHIP_STATUS,
  SEX,
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
  PersonName,
  Phone,
  PlaceCode,
  pageOf,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

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
});
export type ForumMember = z.infer<typeof ForumMember>;

export const ForumFields = z.strictObject({
  name: Line,
  place: PlaceCode,
  /** Names the office that serves the forum, as people call it. */
  servingOffice: OptionalLine.default(''),
  foundedOn: CalendarDate.nullable().default(null),
  establishedBy: OptionalLine.default(''),
  status: code(FORUM_STATUS),
  members: z.array(ForumMember).max(100),
});
export type ForumFields = z.infer<typeof ForumFields>;

export const ForumRow = z.object({
  id: RecordId,
  name: z.string(),
  place: z.string(),
  status: z.string(),
  foundedOn: z.string().nullable(),
  members: z.int(),
  women: z.int(),
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
    }),
  ),
  /** Names of office-holders who agreed that they leave the office. */
  holders: z.array(z.object({ member: ElementId, name: z.string() })),
});
export type ForumView = z.infer<typeof ForumView>;

export const forumMethods = {
  'forums.list': query({
    permission: 'policing.read',
    input: z.strictObject(Paging),
    output: pageOf(ForumRow),
    errors: [],
  }),
  'forums.get': query({
    permission: 'policing.read',
    input: z.strictObject({ forumId: RecordId }),
    output: ForumView,
    errors: ['record/not-found'],
  }),
  'forums.create': command({
    permission: 'policing.write',
    input: { fields: ForumFields },
    output: z.object({ id: RecordId }),
    errors: createErrors,
  }),
  'forums.edit': recordCommand({
    permission: 'policing.write',
    changes: 'forumId',
    input: { forumId: RecordId, fields: ForumFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed'],
  }),
} as const;
