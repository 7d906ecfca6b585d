/** @file A case told to another body that goes on with it or answers; this office keeps the case. */
import { REFERRAL_BODY, REFERRAL_STATUS } from '#shared/domain/generated/code-lists.ts';
import { writeErrors } from './common-errors.ts';
import { CalendarDate, code, ElementId, OptionalLine, Passage, RecordFrame, RecordId } from './fields.ts';
import { query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const ReferralFields = z
  .strictObject({
    body: code(REFERRAL_BODY),
    /** Which of several of its kind. Where a shelter is must stand nowhere. */
    name: OptionalLine.default(''),
    /** What the body is asked for. */
    purpose: Passage.min(1, { error: 'field/required' }),
    /** This office waits for the answer. */
    stopsWork: z.boolean().default(false),
  })
  .superRefine(({ body, name }, context) => {
    if (body === 'shelter' && name !== '') {
      context.addIssue({ code: 'custom', path: ['name'], message: 'field/shelter-nameless' });
    }
    if (body === 'other' && name === '') {
      context.addIssue({ code: 'custom', path: ['name'], message: 'field/required' });
    }
  });

/** What a body answered, or what became of it; `draft` and `sent` come about by the acts themselves. */
export const REFERRAL_ANSWER = REFERRAL_STATUS.filter((status) => status !== 'draft' && status !== 'sent') as [
  Exclude<(typeof REFERRAL_STATUS)[number], 'draft' | 'sent'>,
  ...Exclude<(typeof REFERRAL_STATUS)[number], 'draft' | 'sent'>[],
];

export const ReferralAnswer = z.strictObject({
  status: z.enum(REFERRAL_ANSWER),
  statusOn: CalendarDate,
  /** Number under which the body keeps it. */
  reference: OptionalLine.default(''),
  answer: Passage.default(''),
});

const ReferralView = z.object({
  id: ElementId,
  body: z.string(),
  status: z.string(),
  sent: z.string().nullable(),
  statusOn: z.string().nullable(),
  stopsWork: z.boolean(),
  overridden: z.boolean(),
  /** `null`: kept at the owning office, as the rest of it is. */
  name: z.string().nullable(),
  reference: z.string(),
  purpose: z.string(),
  answer: z.string(),
  overrideReason: z.string(),
  /** Answer to being told to this body, as of the day it was sent, or of today. */
  consent: z.enum(['given', 'refused', 'withdrawn', 'expired', 'missing']),
});
export type ReferralView = z.infer<typeof ReferralView>;

export const ReferralsView = z.object({
  heads: RecordFrame.heads,
  referrals: z.array(ReferralView),
  /** Life may be at risk: a supervisor may send without consent. */
  mayOverride: z.boolean(),
});
export type ReferralsView = z.infer<typeof ReferralsView>;

const errors = [...writeErrors, 'record/changed', 'dispute/closed'] as const;
const saved = z.object({ id: RecordId, element: ElementId });
const common = { permission: 'hlp.write', changes: 'disputeId' } as const;

export const disputeReferralMethods = {
  'disputes.referrals': query({
    permission: 'hlp.read',
    opens: 'disputeId',
    /** Consents are judged as of this day where a referral has not been sent. */
    input: z.strictObject({ disputeId: RecordId, today: CalendarDate }),
    output: ReferralsView,
    errors: ['record/not-found'],
  }),
  /** `element`: null for a new one. What was sent is not written anew. */
  'disputes.saveReferral': recordCommand({
    ...common,
    input: { disputeId: RecordId, element: ElementId.nullable().default(null), fields: ReferralFields },
    output: saved,
    errors: [...errors, 'dispute/unknown-referral', 'dispute/referral-sent'],
  }),
  'disputes.sendReferral': recordCommand({
    ...common,
    input: {
      disputeId: RecordId,
      element: ElementId,
      sent: CalendarDate,
      /** Of a supervisor who goes past a missing consent, because life may be at risk. */
      overrideReason: Passage.default(''),
    },
    output: saved,
    errors: [
      ...errors,
      'dispute/unknown-referral',
      'dispute/referral-sent',
      'dispute/consent-missing',
      'dispute/supervisor-only',
      'dispute/no-high-risk',
    ],
  }),
  'disputes.tellReferral': recordCommand({
    ...common,
    input: { disputeId: RecordId, element: ElementId, fields: ReferralAnswer },
    output: saved,
    errors: [...errors, 'call/bad-input', 'dispute/unknown-referral', 'dispute/referral-not-sent'],
  }),
} as const;
