/** @file What the parties settled: agreements with their terms, who signed and endorsed, registration, follow-up. */
import {
  type AgreementFaultCode,
  ASKED_ANSWER,
  FOLLOW_UP_VISIT,
  REGISTRATION_STATE,
  SHARE_ANSWER,
  SIGN_METHOD,
  SIGNING_GAP,
} from '#shared/domain/agreement-rules.ts';
import { AGREEMENT_TERM, ENDORSER_KIND, TERM_STATUS } from '#shared/domain/generated/code-lists.ts';
import { CURRENCIES } from '#shared/domain/money.ts';
import { writeErrors } from './common-errors.ts';
import { CalendarDate, code, ElementId, OptionalLine, Passage, PersonName, RecordFrame, RecordId } from './fields.ts';
import { query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** In the smallest unit of the currency; more than a house or a field costs. */
const Amount = z.int().min(1).max(1_000_000_000_000_000);

const fault = (
  context: z.RefinementCtx,
  path: string | (string | number)[],
  message: AgreementFaultCode | 'field/required',
) => context.addIssue({ code: 'custom', path: typeof path === 'string' ? [path] : path, message });

export const AgreementFields = z
  .strictObject({
    drafted: CalendarDate,
    /** What the agreement begins with: how people came to it. */
    intro: Passage.default(''),
    /** Ownership, a share or a boundary changes, so that a registry must enter it. */
    registrable: z.enum(['yes', 'no']).nullable().default(null),
    womensShare: z.enum(SHARE_ANSWER).nullable().default(null),
    minorsShare: z.enum(SHARE_ANSWER).nullable().default(null),
    /** What was checked about these shares; why, where one is not respected. */
    shares: Passage.default(''),
    /** Why nobody is asked to endorse it. */
    noEndorsement: Passage.default(''),
  })
  .superRefine(({ womensShare, minorsShare, shares }, context) => {
    if ((womensShare === 'no' || minorsShare === 'no') && shares === '') fault(context, 'shares', 'field/required');
  });
export type AgreementFields = z.infer<typeof AgreementFields>;

export const TermFields = z
  .strictObject({
    kind: code(AGREEMENT_TERM),
    /** Who does it, and for whom: parties of the dispute. */
    by: z.array(ElementId).min(1, { error: 'field/required' }).max(100),
    to: z.array(ElementId).max(100).default([]),
    text: Passage.min(1, { error: 'field/required' }),
    due: CalendarDate.nullable().default(null),
    amount: Amount.nullable().default(null),
    currency: code(CURRENCIES).nullable().default(null),
  })
  .superRefine(({ kind, amount, currency }, context) => {
    if (kind === 'payment' && amount === null) fault(context, 'amount', 'field/required');
    if (amount !== null && currency === null) fault(context, 'currency', 'field/currency-required');
  });
export type TermFields = z.infer<typeof TermFields>;

export const TermState = z.strictObject({
  status: code(TERM_STATUS),
  statusOn: CalendarDate,
  note: Passage.default(''),
});

export const SigningFields = z.strictObject({
  readAloud: z.boolean(),
  /** One row for each who signed; whoever is left out has not. */
  signatures: z.array(z.strictObject({ party: ElementId, method: z.enum(SIGN_METHOD), date: CalendarDate })).max(100),
  /** The day on which the last of them signed; null while somebody has not. */
  signed: CalendarDate.nullable(),
});

export const EndorserFields = z
  .strictObject({
    kind: code(ENDORSER_KIND),
    date: CalendarDate,
    /** Of witnesses both, of a body the person who signed for it. */
    names: z.array(PersonName).max(2),
    reference: OptionalLine.default(''),
  })
  .superRefine(({ kind, names }, context) => {
    if (kind !== 'witnesses') return;
    if (names.length < 2) fault(context, ['names', names.length], 'field/two-witnesses');
  });

export const RegistrationFields = z
  .strictObject({
    state: z.enum(REGISTRATION_STATE),
    date: CalendarDate,
    registry: OptionalLine.default(''),
    number: OptionalLine.default(''),
    /** Why the registry refused. */
    reason: Passage.default(''),
  })
  .superRefine(({ state, registry, number, reason }, context) => {
    if (registry === '') fault(context, 'registry', number === '' ? 'field/required' : 'field/registry-required');
    if (state === 'registered' && number === '') fault(context, 'number', 'field/required');
    if (state === 'refused' && reason === '') fault(context, 'reason', 'field/required');
  });

export const FollowUpFields = z
  .strictObject({
    visit: z.enum(FOLLOW_UP_VISIT),
    due: CalendarDate,
    done: CalendarDate.nullable().default(null),
    /** Days on which nobody was reached. */
    attempts: z.array(CalendarDate).max(20).default([]),
    bothAsked: z.boolean().default(false),
    satisfied: z.enum(ASKED_ANSWER).nullable().default(null),
    safe: z.enum(ASKED_ANSWER).nullable().default(null),
    text: Passage.default(''),
  })
  .superRefine(({ done, satisfied, safe, attempts }, context) => {
    if (done !== null && safe === null) fault(context, 'safe', 'field/required');
    if (done !== null && satisfied === null) fault(context, 'satisfied', 'field/required');
    attempts.forEach((day, index) => {
      if (attempts.indexOf(day) < index) fault(context, ['attempts', index], 'field/attempt-twice');
    });
  });

export const LearnedFields = z.strictObject({
  /** Free of names. */
  text: Passage.default(''),
  /** Issues of a forum that show the same pattern, by their numbers alone. */
  patterns: z
    .array(z.strictObject({ id: ElementId, number: z.string().trim().min(1, { error: 'field/required' }).max(40) }))
    .max(20),
});

const TermView = z.object({
  id: ElementId,
  order: z.int(),
  kind: z.string(),
  due: z.string().nullable(),
  status: z.string(),
  statusOn: z.string().nullable(),
  by: z.array(z.string()),
  to: z.array(z.string()),
  /** `null`: kept at the owning office, as who does it and the amount are. */
  text: z.string().nullable(),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  note: z.string(),
});
export type TermView = z.infer<typeof TermView>;

const AgreementView = z.object({
  id: ElementId,
  /** These four are `null` where they are kept at the owning office. */
  number: z.string().nullable(),
  intro: z.string().nullable(),
  shares: z.string().nullable(),
  noEndorsement: z.string().nullable(),
  drafted: z.string(),
  signed: z.string().nullable(),
  readAloud: z.boolean(),
  registrable: z.string().nullable(),
  womensShare: z.string().nullable(),
  minorsShare: z.string().nullable(),
  supersedes: z.string().nullable(),
  /** `draft`, `in_force`, or `superseded` by one that was signed or drafted after it. */
  standing: z.enum(['draft', 'in_force', 'superseded']),
  terms: z.array(TermView),
  acceptances: z.array(z.object({ id: ElementId, party: z.string(), date: z.string() })),
  signatures: z.array(z.object({ id: ElementId, party: z.string(), method: z.string(), date: z.string() })),
  endorsers: z.array(
    z.object({
      id: ElementId,
      kind: z.string(),
      date: z.string(),
      /** `null`: kept at the owning office. */
      names: z.array(z.string()).nullable(),
      reference: z.string(),
    }),
  ),
  /** Women and minors among the parties, and whether a term names them. */
  holders: z.array(
    z.object({
      party: ElementId,
      woman: z.boolean(),
      minor: z.boolean(),
      holds: z.boolean(),
      inTerms: z.boolean(),
      /** Shares that the party claims; both numbers null where it claims all, or where they are kept at the office. */
      claims: z.array(z.object({ num: z.int().nullable(), den: z.int().nullable() })),
    }),
  ),
  /** What is missing before the parties may sign. */
  gaps: z.array(z.enum(SIGNING_GAP)),
  /** Parties whom no signature binds yet. */
  unsigned: z.array(ElementId),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const AgreementsView = z.object({
  /** Of the record, as these parts of it were read. */
  heads: RecordFrame.heads,
  /** Newest first. */
  agreements: z.array(AgreementView),
  /** A minor holds a share: the minors' care directorate must endorse it. */
  needsMinorsCare: z.boolean(),
  registration: z
    .object({
      state: z.string(),
      date: z.string(),
      /** `null`: kept at the owning office, as number and reason are. */
      registry: z.string().nullable(),
      number: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  followUps: z.array(
    z.object({
      id: ElementId,
      visit: z.string(),
      due: z.string(),
      done: z.string().nullable(),
      attempts: z.array(z.string()),
      bothAsked: z.boolean(),
      satisfied: z.string().nullable(),
      safe: z.string().nullable(),
      /** `null`: kept at the owning office. */
      text: z.string().nullable(),
    }),
  ),
  /** `null`: kept at the owning office. */
  learned: z.string().nullable(),
  patterns: z.array(z.object({ id: ElementId, number: z.string() })),
});
export type AgreementsView = z.infer<typeof AgreementsView>;

const errors = [...writeErrors, 'record/changed', 'dispute/closed'] as const;
const atField = [...errors, 'call/bad-input'] as const;
const ofAgreement = [...errors, 'dispute/unknown-agreement'] as const;
const saved = z.object({ id: RecordId, element: ElementId });
const done = z.object({ id: RecordId });
const Of = { disputeId: RecordId };
const About = { ...Of, agreement: ElementId };
/** Null for a new one. */
const Element = { element: ElementId.nullable().default(null) };

const common = { permission: 'hlp.write', changes: 'disputeId' } as const;

export const disputeAgreementMethods = {
  'disputes.agreements': query({
    permission: 'hlp.read',
    opens: 'disputeId',
    input: z.strictObject(Of),
    output: AgreementsView,
    errors: ['record/not-found'],
  }),
  /** A new one takes the place of the one that is there. Once signed, only what follows the signature may be said anew. */
  'disputes.saveAgreement': recordCommand({
    ...common,
    input: { ...Of, ...Element, fields: AgreementFields },
    output: saved,
    errors: [...atField, 'dispute/unknown-agreement', 'dispute/agreement-signed'],
  }),
  /** Parties accepted other terms: what they accepted before is taken back. */
  'disputes.saveTerm': recordCommand({
    ...common,
    input: { ...About, ...Element, fields: TermFields },
    output: saved,
    errors: [...ofAgreement, 'dispute/agreement-signed', 'dispute/unknown-term', 'dispute/unknown-party'],
  }),
  'disputes.tellTerm': recordCommand({
    ...common,
    input: { ...Of, element: ElementId, fields: TermState },
    output: saved,
    errors: [...atField, 'dispute/unknown-term', 'dispute/agreement-not-signed'],
  }),
  /** Of parties who do not meet. A party without a day has not accepted, or no longer. */
  'disputes.acceptTerms': recordCommand({
    ...common,
    input: { ...About, party: ElementId, date: CalendarDate.nullable() },
    output: done,
    errors: [...ofAgreement, 'call/bad-input', 'dispute/agreement-signed', 'dispute/unknown-party'],
  }),
  'disputes.signAgreement': recordCommand({
    ...common,
    input: { ...About, fields: SigningFields },
    output: done,
    errors: [
      ...ofAgreement,
      'call/bad-input',
      'dispute/unknown-party',
      'dispute/agreement-not-ready',
      'dispute/agreement-superseded',
      'dispute/supervisor-only',
    ],
  }),
  'disputes.saveEndorser': recordCommand({
    ...common,
    input: { ...About, ...Element, fields: EndorserFields },
    output: saved,
    errors: [...ofAgreement, 'call/bad-input', 'dispute/unknown-endorser'],
  }),
  /** A term of a draft, an endorser, or a draft with all its parts. */
  'disputes.removeFromAgreement': recordCommand({
    ...common,
    input: { ...Of, what: z.enum(['term', 'endorser', 'agreement']), element: ElementId },
    output: done,
    errors: [...ofAgreement, 'dispute/agreement-signed'],
  }),
  'disputes.saveRegistration': recordCommand({
    ...common,
    input: { ...Of, fields: RegistrationFields },
    output: done,
    errors: [...errors, 'dispute/minors-care-missing'],
  }),
  'disputes.saveFollowUp': recordCommand({
    ...common,
    input: { ...Of, ...Element, fields: FollowUpFields },
    output: saved,
    errors: [...atField, 'dispute/unknown-follow-up'],
  }),
  'disputes.saveLearned': recordCommand({
    ...common,
    input: { ...Of, fields: LearnedFields },
    output: done,
    errors: atField,
  }),
} as const;
