import { OFFICE_ACCESS_FEATURE } from '#shared/domain/generated/code-lists.ts';
import { describedFaults, worksFaults } from '#shared/domain/holding-rules.ts';
import { SITE_KINDS } from '#shared/domain/infrastructure.ts';
import { createErrors, writeErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  Moment,
  OptionalLine,
  Paging,
  PlaceCode,
  pageOf,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { HoldingFields, HoldingView, judged, Position } from './holdings.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const SiteFields = z
  .strictObject({
    ...HoldingFields,
    kind: code(SITE_KINDS),
    place: PlaceCode,
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

const AnyPosition = z.object({ lat: z.int(), lon: z.int() });

export const SiteRow = z.object({
  id: RecordId,
  kind: z.string(),
  name: z.string(),
  place: z.string(),
  status: z.string(),
  women: z.int(),
  men: z.int(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

export const SiteView = z.object({
  ...RecordFrame,
  ...HoldingView,
  position: AnyPosition.nullable(),
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
  position: AnyPosition.nullable(),
  /** The position is that of its place, good to a few kilometres. */
  approximate: z.boolean(),
  status: z.string(),
  ownerName: z.string(),
});
export type SiteChoice = z.infer<typeof SiteChoice>;

const km = z.number().describe('kilometres, to one decimal');

export const CoverageOfficeRow = z.object({
  ...SiteChoice.shape,
  inUse: z.boolean(),
  forums: z.int(),
  /** It serves more forums than the rule allows. */
  full: z.boolean(),
  /** How many of its forums lie beyond the radius. */
  far: z.int(),
});

export const CoverageForumRow = z.object({
  id: RecordId,
  name: z.string(),
  place: z.string(),
  /** Of its place. */
  position: AnyPosition.nullable(),
  ownerName: z.string(),
  officeId: RecordId.nullable(),
  officeName: z.string(),
  km: km.nullable(),
  /** Of COVERAGE_FINDINGS. */
  findings: z.array(z.string()),
  /** Of a forum with findings: the nearest other office in use that has room. */
  nearest: z.object({ officeId: RecordId, name: z.string(), km, within: z.boolean() }).nullable(),
});

export const CoverageView = z.object({
  rules: z.object({ maxForums: z.int(), radiusKm: z.int() }),
  offices: z.array(CoverageOfficeRow),
  forums: z.array(CoverageForumRow),
});
export type CoverageView = z.infer<typeof CoverageView>;

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
    errors: [...createErrors, 'holding/handover-required', 'holding/no-such-site'],
  }),
  'sites.edit': recordCommand({
    permission: 'policing.write',
    changes: 'siteId',
    input: { siteId: RecordId, fields: SiteFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed', 'holding/handover-required', 'holding/no-such-site'],
  }),
  /** Which office serves which forum, of all that this node holds; forums that ended or are only planned are left out. */
  'coverage.get': query({
    permission: 'policing.read',
    input: z.strictObject({}),
    output: CoverageView,
    errors: [],
  }),
} as const;
