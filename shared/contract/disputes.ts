import {
  AGE_BAND,
  CONSENT_METHOD,
  CONSENT_SCOPE,
  CONSENT_STATUS,
  DISPLACEMENT_STATUS,
  DISPUTE_OUTCOME,
  DISPUTE_STAGE,
  DISPUTE_TYPE,
  HOLD_REASON,
  INTAKE_CHANNEL,
  PARTY_KIND,
  PARTY_ROLE,
  PROPERTY_CONDITION,
  PROPERTY_TYPE,
  REFERRAL_BODY,
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
  OptionalLine,
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
import { Language } from './session.ts';
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
  displacement: code(DISPLACEMENT_STATUS).nullable().default(null),
  /** The party is a woman who heads her household, or a child that does. */
  headsHousehold: z.boolean().default(false),
  /** People who live with the party, the party included. */
  household: z.int().min(1).max(99).nullable().default(null),
  /** All flags of the party, each kept as near as its level asks. None or `null` where they were not shown: they stay. */
  protection: z.array(code(VULNERABILITY_FLAG)).max(VULNERABILITY_FLAG.length).nullable().optional(),
});

export const DisputeConsent = z.strictObject({
  id: ElementId,
  scope: code(CONSENT_SCOPE),
  status: code(CONSENT_STATUS),
  method: code(CONSENT_METHOD).nullable().default(null),
  date: CalendarDate.nullable().default(null),
  /** Whose consent; `null` where all who came gave it together. */
  party: ElementId.nullable().default(null),
  /** For `share_referral_body`: the body, and its name where there are several. `null` on reading: kept at the office. */
  body: code(REFERRAL_BODY).nullable().default(null),
  recipient: OptionalLine.nullable().default(''),
  /** An office that may be told. */
  node: z.uuid().nullable().default(null),
  /** The text of the consent was read aloud in this language. */
  language: Language.nullable().default(null),
  witness: OptionalLine.nullable().default(''),
  /** The day it was taken back. */
  withdrawn: CalendarDate.nullable().default(null),
});

/** What a case is about, as far as the first visit tells; the rest is `disputes.saveProperty`. */
export const DisputeProperty = z.strictObject({
  id: ElementId,
  type: code(PROPERTY_TYPE).nullable().default(null),
  condition: code(PROPERTY_CONDITION).nullable().default(null),
  place: PlaceCode.nullable().default(null),
  /** `null` on reading: kept at the owning office, as the place is. */
  description: Passage.nullable(),
});

export const DisputeFields = z.strictObject({
  intakeDate: CalendarDate,
  channel: code(INTAKE_CHANNEL),
  mainType: code(DISPUTE_TYPE),
  otherTypes: z.array(code(DISPUTE_TYPE)).max(10).default([]),
  /** Governorate or district; anything finer stays at the office. */
  district: PlaceCode,
  properties: z.array(DisputeProperty).max(40),
  narrative: Passage.default(''),
  parties: z.array(DisputeParty).max(100),
  consents: z.array(DisputeConsent).max(60),
});
export type DisputeFields = z.infer<typeof DisputeFields>;
/** As a caller gives it: what has a default may be left out. */
export type DisputeInput = z.input<typeof DisputeFields>;

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
  properties: z.array(
    z.object({
      id: ElementId,
      type: z.string().nullable(),
      condition: z.string().nullable(),
      place: z.string().nullable(),
      /** `null`: kept at the owning office. */
      description: z.string().nullable(),
    }),
  ),
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
      displacement: z.string().nullable(),
      headsHousehold: z.boolean(),
      household: z.int().nullable(),
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
      party: ElementId.nullable(),
      body: z.string().nullable(),
      /** `null`: kept at the owning office. */
      recipient: z.string().nullable(),
      node: z.string().nullable(),
      language: z.string().nullable(),
      witness: z.string().nullable(),
      withdrawn: z.string().nullable(),
    }),
  ),
  stage: z.object({
    code: z.string(),
    since: z.string(),
    heldFrom: z.string().nullable(),
    outcome: z.string().nullable(),
    holdReason: z.string().nullable(),
    review: z.string().nullable(),
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
      parties: z.array(ElementId),
      /** These three are empty where they are kept at the owning office. */
      others: z.string(),
      said: z.array(z.object({ party: ElementId, text: z.string() })),
      nextDue: z.string().nullable(),
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

/** Who took part in a step, what each of them said, and until when the next one is due. */
const StepMore = {
  parties: z.array(ElementId).max(100).default([]),
  others: OptionalLine.default(''),
  said: z
    .array(z.strictObject({ party: ElementId, text: Passage }))
    .max(100)
    .default([]),
  nextDue: CalendarDate.nullable().default(null),
};

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
      /** Of a case that is put on hold, and the day it is looked at again. */
      holdReason: code(HOLD_REASON).nullable().default(null),
      review: CalendarDate.nullable().default(null),
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
      ...StepMore,
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
