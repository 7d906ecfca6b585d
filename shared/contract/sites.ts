import { OFFICE_ACCESS_FEATURE } from '#shared/domain/generated/code-lists.ts';
import { describedFaults, worksFaults } from '#shared/domain/holding-rules.ts';
import { SITE_KINDS } from '#shared/domain/infrastructure.ts';
import { createErrors, stayingWriteErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  OptionalLine,
  Paging,
  pageOf,
  Position,
  PositionRead,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { HoldingFields, HoldingRow, HoldingView, holdingErrors, judged } from './holdings.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const SiteFields = z
  .strictObject({
    ...HoldingFields,
    kind: code(SITE_KINDS),
    /** Null: that of the place counts. */
    position: Position.nullable().default(null),
    /** Police station it is attached to. */
    station: OptionalLine.default(''),
    /** Record id of the site it is a part of, as a room for women is of an office. */
    partOf: RecordId.nullable().default(null),
    /** Who works there. */
    women: z.int().min(0).max(10_000).default(0),
    men: z.int().min(0).max(10_000).default(0),
    features: z.array(code(OFFICE_ACCESS_FEATURE)).max(OFFICE_ACCESS_FEATURE.length).default([]),
    /** Of the works. */
    startedOn: CalendarDate.nullable().default(null),
    finishedOn: CalendarDate.nullable().default(null),
  })
  .superRefine(judged((fields) => [...describedFaults(fields), ...worksFaults(fields)]));
export type SiteFields = z.infer<typeof SiteFields>;

export const SiteRow = z.object({ ...HoldingRow, women: z.int(), men: z.int() });

export const SiteView = z.object({
  ...RecordFrame,
  ...HoldingView,
  position: PositionRead.nullable(),
  station: z.string(),
  partOf: RecordId.nullable(),
  women: z.int(),
  men: z.int(),
  features: z.array(z.string()),
  startedOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
});
export type SiteView = z.infer<typeof SiteView>;

/** A site where one is chosen. */
export const SiteChoice = z.object({
  id: RecordId,
  kind: z.string(),
  name: z.string(),
  place: z.string(),
  /** Its own, or that of its place; null where neither is known. */
  position: PositionRead.nullable(),
  /** The position is that of its place, good to a few kilometres. */
  approximate: z.boolean(),
  status: z.string(),
  ownerName: z.string(),
});
export type SiteChoice = z.infer<typeof SiteChoice>;

export const siteMethods = {
  'sites.list': query({
    permission: 'policing.read',
    input: z.strictObject({ ...Paging, kinds: z.enum(['all', 'offices', 'works']).default('all') }),
    output: pageOf(SiteRow),
    errors: [],
  }),
  /** All that are not void, by name, for fields in which one is chosen. */
  'sites.choices': query({
    permission: 'policing.read',
    input: z.strictObject({}),
    output: z.array(SiteChoice),
    errors: [],
  }),
  'sites.get': query({
    permission: 'policing.read',
    opens: 'siteId',
    input: z.strictObject({ siteId: RecordId }),
    output: SiteView,
    errors: ['record/not-found'],
  }),
  'sites.create': command({
    permission: 'policing.write',
    input: { fields: SiteFields },
    output: z.object({ id: RecordId }),
    errors: [...createErrors, ...holdingErrors],
  }),
  'sites.edit': recordCommand({
    permission: 'policing.write',
    changes: 'siteId',
    input: { siteId: RecordId, fields: SiteFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...stayingWriteErrors, 'record/changed', ...holdingErrors],
  }),
} as const;
