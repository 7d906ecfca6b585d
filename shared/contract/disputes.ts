import {
  AGE_BAND,
  CONSENT_METHOD,
  CONSENT_SCOPE,
  CONSENT_STATUS,
  DISPUTE_OUTCOME,
  DISPUTE_STAGE,
  DISPUTE_TYPE,
  INTAKE_CHANNEL,
  PARTY_KIND,
  PARTY_ROLE,
  PROPERTY_TYPE,
  SEX,
  VULNERABILITY_FLAG,
} from '#shared/domain/generated/code-lists.ts';
import { STEP_KIND } from '#shared/domain/step-kind.ts';
import { writeErrors, createErrors } from './common-errors.ts';
import {
  CalendarDate,
  code,
  ElementId,
  Moment,
  Paging,
  Passage,
  PersonName,
  Phone,
  PlaceCode,
  pageOf,
  RecordFrame,
  RecordId,
} from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { TransferView } from './transfers.ts';
import { z } from './zod.ts';

export const DisputeParty = z.strictObject({
  id: ElementId,
  /** `null` on reading: kept at the owning office. */
  name: PersonName.nullable(),
  phone: Phone.nullable().default(null),
  kind: code(PARTY_KIND),
  role: code(PARTY_ROLE),
  sex: code(SEX),
  ageBand: code(AGE_BAND),
  /** All flags of the party, each kept as near as its level asks. None or `null` where they were not shown: they stay. */
  protection: z.array(code(VULNERABILITY_FLAG)).max(VULNERABILITY_FLAG.length).nullable().optional(),
});

export const DisputeConsent = z.strictObject({
  id: ElementId,
  scope: code(CONSENT_SCOPE),
  status: code(CONSENT_STATUS),
  method: code(CONSENT_METHOD).nullable().default(null),
  date: CalendarDate.nullable().default(null),
});

export const DisputeFields = z.strictObject({
  intakeDate: CalendarDate,
  channel: code(INTAKE_CHANNEL),
  mainType: code(DISPUTE_TYPE),
  otherTypes: z.array(code(DISPUTE_TYPE)).max(10).default([]),
  /** Governorate or district; anything finer stays at the office. */
  district: PlaceCode,
  propertyType: code(PROPERTY_TYPE).nullable().default(null),
  propertyPlace: PlaceCode.nullable().default(null),
  propertyDescription: Passage.default(''),
  narrative: Passage.default(''),
  parties: z.array(DisputeParty).max(100),
  consents: z.array(DisputeConsent).max(60),
});
export type DisputeFields = z.infer<typeof DisputeFields>;

export const DisputeRow = z.object({
  id: RecordId,
  number: z.string(),
  intakeDate: z.string(),
  mainType: z.string(),
  stage: z.string(),
  district: z.string(),
  /** Claimant's name, `null` where it is kept at the office. */
  claimant: z.string().nullable(),
  parties: z.int(),
  steps: z.int(),
  ownerName: z.string(),
  /** Offered to another office, or to this one, and not answered yet. */
  transfer: z.enum(['outgoing', 'incoming']).nullable(),
  /** This office may read all of it, and a part has not come yet. */
  incomplete: z.boolean(),
  voided: z.boolean(),
  conflict: z.boolean(),
  updatedAt: Moment,
});

export const DisputeView = z.object({
  ...RecordFrame,
  number: z.string(),
  intakeDate: z.string(),
  channel: z.string(),
  mainType: z.string(),
  otherTypes: z.array(z.string()),
  district: z.string(),
  property: z.object({ type: z.string().nullable(), place: z.string().nullable(), description: z.string() }).nullable(),
  narrative: z.string().nullable(),
  parties: z.array(
    z.object({
      id: ElementId,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      kind: z.string(),
      role: z.string(),
      sex: z.string(),
      ageBand: z.string(),
      /** `null`: kept at the owning office. */
      protection: z.array(z.string()).nullable(),
    }),
  ),
  /** Of the flags, those that are on this computer alone. */
  localFlags: z.array(z.object({ party: ElementId, flags: z.array(z.string()) })),
  consents: z.array(
    z.object({
      id: ElementId,
      scope: z.string(),
      status: z.string(),
      method: z.string().nullable(),
      date: z.string().nullable(),
    }),
  ),
  stage: z.object({
    code: z.string(),
    since: z.string(),
    heldFrom: z.string().nullable(),
    outcome: z.string().nullable(),
    /** Stages that may follow by the transition table. */
    next: z.array(z.string()),
  }),
  steps: z.array(
    z.object({
      id: ElementId,
      kind: z.string(),
      date: z.string(),
      text: z.string().nullable(),
      next: z.string().nullable(),
      corrects: ElementId.nullable(),
      by: z.string(),
    }),
  ),
  mediators: z.array(z.object({ userId: RecordId, name: z.string() })),
  /** The last hand-over to another office; null when it was never offered. */
  transfer: TransferView.nullable(),
  /** Nodes besides the owner that may read all of it. */
  sharedWith: z.array(z.object({ node: z.string(), name: z.string() })),
  /** This office may read all of it, and a part has not come yet. */
  incomplete: z.boolean(),
});
export type DisputeView = z.infer<typeof DisputeView>;

export const disputeMethods = {
  'disputes.list': query({
    permission: 'hlp.read',
    input: z.strictObject({ ...Paging, stage: code(DISPUTE_STAGE).nullable().default(null) }),
    output: pageOf(DisputeRow),
    errors: [],
  }),
  'disputes.get': query({
    permission: 'hlp.read',
    opens: 'disputeId',
    input: z.strictObject({ disputeId: RecordId }),
    output: DisputeView,
    errors: ['record/not-found'],
  }),
  'disputes.open': command({
    permission: 'hlp.write',
    input: { fields: DisputeFields },
    output: z.object({ id: RecordId, number: z.string() }),
    errors: [...createErrors, 'dispute/place-too-fine'],
  }),
  'disputes.edit': recordCommand({
    permission: 'hlp.write',
    changes: 'disputeId',
    input: { disputeId: RecordId, fields: DisputeFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...writeErrors, 'record/changed', 'dispute/place-too-fine', 'dispute/closed'],
  }),
  'disputes.move': recordCommand({
    permission: 'hlp.write',
    changes: 'disputeId',
    input: {
      disputeId: RecordId,
      to: code(DISPUTE_STAGE),
      date: CalendarDate,
      outcome: code(DISPUTE_OUTCOME).nullable().default(null),
      reason: Passage.default(''),
    },
    output: z.object({ id: RecordId, stage: z.string() }),
    errors: [
      ...writeErrors,
      'record/changed',
      'dispute/stage-not-allowed',
      'dispute/outcome-required',
      'dispute/supervisor-only',
    ],
  }),
  'disputes.addStep': command({
    permission: 'hlp.write',
    about: 'disputeId',
    input: {
      disputeId: RecordId,
      kind: code(STEP_KIND),
      date: CalendarDate,
      text: Passage,
      next: Passage.default(''),
      /** The step this one corrects; both stay visible. */
      corrects: ElementId.nullable().default(null),
    },
    output: z.object({ id: RecordId, stepId: ElementId }),
    errors: [...writeErrors, 'dispute/unknown-step'],
  }),
  'disputes.assign': recordCommand({
    permission: 'hlp.supervise',
    changes: 'disputeId',
    input: { disputeId: RecordId, mediators: z.array(RecordId).min(1).max(20) },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'record/changed', 'dispute/not-a-mediator'],
  }),
  'disputes.mediators': query({
    permission: 'hlp.supervise',
    input: z.strictObject({}),
    output: z.array(z.object({ userId: RecordId, name: z.string() })),
    errors: [],
  }),
} as const;
