/** @file What sites and assets have in common: money, state, hand-overs, checks and incidents. */
import { ASSET_CONDITION, ASSET_STATUS, type AssetStatus } from '#shared/domain/generated/code-lists.ts';
import { handoverFaults, type HoldingFault, incidentFaults } from '#shared/domain/holding-rules.ts';
import { INCIDENT_KINDS } from '#shared/domain/infrastructure.ts';
import { CURRENCIES } from '#shared/domain/money.ts';
import { stayingWriteErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Line,
  Moment,
  OptionalLine,
  Passage,
  PersonName,
  PlaceCode,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** Adds what the pure rules find to the issues of a schema. */
export const judged =
  <F>(faultsOf: (fields: F) => readonly HoldingFault[]) =>
  (fields: F, context: z.core.$RefinementCtx<F>): void => {
    for (const { path, code: message } of faultsOf(fields)) {
      context.addIssue({ code: 'custom', path: [...path], message, input: fields });
    }
  };

/** Of a record that is typed: `handed_over` comes of a hand-over alone, or stays. */
export const HoldingFields = {
  kindNote: OptionalLine.default(''),
  name: Line,
  place: PlaceCode,
  status: code(ASSET_STATUS),
  condition: code(ASSET_CONDITION).nullable().default(null),
  /** Number of the police report on a loss. */
  policeReport: OptionalLine.default(''),
  /** Record id of a partner. */
  donor: RecordId.nullable().default(null),
  /** In the smallest unit of the currency. */
  amount: z.int({ error: 'field/bad-number' }).min(0).nullable().default(null),
  currency: z.enum(CURRENCIES, { error: 'field/unknown-code' }).nullable().default(null),
};

/** Refusals of writing either, besides those of every record. */
export const holdingErrors = ['holding/handover-required', 'holding/no-such-site'] as const;

/** What every row of sites or of assets holds besides its own. */
export const HoldingRow = {
  id: RecordId,
  kind: z.string(),
  name: z.string(),
  place: z.string(),
  status: z.string(),
  ownerName: z.string(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
};

export const HandoverFields = z
  .strictObject({
    date: CalendarDate,
    /** Office or organisation that gives. */
    from: Line,
    /** Office or organisation that receives; may be left out where it is a site. */
    to: OptionalLine.default(''),
    toSite: RecordId.nullable().default(null),
    /** Who signed for both sides: kept at the office. */
    giver: PersonName,
    receiver: PersonName,
    witness: OptionalLine.default(''),
    giverRole: OptionalLine.default(''),
    receiverRole: OptionalLine.default(''),
    signed: z.boolean(),
    /** Why the paper is not signed. */
    unsignedWhy: OptionalLine.default(''),
  })
  .superRefine(judged(handoverFaults));
export type HandoverFields = z.infer<typeof HandoverFields>;

/** What a check may find: what is lost is told as an incident, with the report to the police. */
export const FOUND_STATUS = ASSET_STATUS.filter((status) => status !== 'handed_over' && status !== 'lost_stolen') as [
  FoundStatus,
  ...FoundStatus[],
];
type FoundStatus = Exclude<AssetStatus, 'handed_over' | 'lost_stolen'>;

export const AssetCheckFields = z.strictObject({
  date: CalendarDate,
  condition: code(ASSET_CONDITION),
  status: code(FOUND_STATUS),
  note: OptionalLine.default(''),
});
export type AssetCheckFields = z.infer<typeof AssetCheckFields>;

export const IncidentFields = z
  .strictObject({
    date: CalendarDate,
    kind: code(INCIDENT_KINDS),
    policeReport: OptionalLine.default(''),
    /** Kept at the office. */
    text: Passage.min(1, { error: 'field/required' }),
  })
  .superRefine(judged(incidentFaults));
export type IncidentFields = z.infer<typeof IncidentFields>;

const entry = { id: ElementId, date: z.string(), corrects: ElementId.nullable() };

/** What every view of a site or an asset holds besides its own. */
export const HoldingView = {
  kind: z.string(),
  kindNote: z.string(),
  name: z.string(),
  place: z.string(),
  status: z.string(),
  condition: z.string().nullable(),
  policeReport: z.string(),
  donor: RecordId.nullable(),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  /** All three lists: latest day first. Names and accounts are null where they are kept at the office. */
  handovers: z.array(
    z.object({
      ...entry,
      from: z.string(),
      to: z.string(),
      toSite: RecordId.nullable(),
      giverRole: z.string(),
      receiverRole: z.string(),
      signed: z.boolean(),
      unsignedWhy: z.string(),
      names: z.object({ giver: z.string(), receiver: z.string(), witness: z.string() }).nullable(),
    }),
  ),
  checks: z.array(z.object({ ...entry, condition: z.string(), status: z.string(), note: z.string() })),
  incidents: z.array(z.object({ ...entry, kind: z.string(), policeReport: z.string(), text: z.string().nullable() })),
};

/** A site or an asset, as the forms read it that add to either. */
export const AnyHoldingView = z.object({
  ...RecordFrame,
  ...HoldingView,
  at: z.enum(['site', 'asset']),
  /** Of an asset. */
  acquiredOn: z.string().nullable(),
});
export type AnyHoldingView = z.infer<typeof AnyHoldingView>;

const act = { recordId: RecordId, corrects: ElementId.nullable().default(null) };
const added = z.object({ id: RecordId, entryId: ElementId });
const actErrors = [...stayingWriteErrors, 'record/changed', 'holding/unknown-entry'] as const;

/** `recordId`: of a site or an asset. Entries are only added: one that `corrects` another takes its place. */
export const holdingMethods = {
  'holdings.get': query({
    permission: 'policing.read',
    opens: 'recordId',
    input: z.strictObject({ recordId: RecordId }),
    output: AnyHoldingView,
    errors: ['record/not-found'],
  }),
  /** Also sets the status, and the site that an asset belongs to. */
  'holdings.handOver': recordCommand({
    permission: 'policing.write',
    changes: 'recordId',
    input: { ...act, fields: HandoverFields },
    output: added,
    errors: [...actErrors, 'holding/before-acquired', 'holding/no-such-site'],
  }),
  /** Also sets condition and status. */
  'holdings.check': recordCommand({
    permission: 'policing.write',
    changes: 'recordId',
    input: { ...act, fields: AssetCheckFields },
    output: added,
    errors: actErrors,
  }),
  /** A loss or a theft also sets the status. */
  'holdings.report': recordCommand({
    permission: 'policing.write',
    changes: 'recordId',
    input: { ...act, fields: IncidentFields },
    output: added,
    errors: actErrors,
  }),
} as const;
