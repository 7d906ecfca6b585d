import { PARTNER_KINDS } from '#shared/domain/partner.ts';
import { referenceErrors } from './common-errors.ts';
import { OptionalLine, RecordFrame, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

/** In one language at least. */
export const Names = z
  .strictObject({ en: OptionalLine, 'ar-IQ': OptionalLine, 'ckb-IQ': OptionalLine })
  .refine((names) => Object.values(names).some((name) => name !== ''), {
    path: ['ar-IQ'],
    error: 'field/required',
  });

export const PartnerFields = z
  .strictObject({
    names: Names,
    kind: z.enum(PARTNER_KINDS, { error: 'field/unknown-code' }),
    /** Offered where a partner is chosen. */
    active: z.boolean().default(true),
    note: OptionalLine.default(''),
  })
  .refine(({ kind, note }) => kind !== 'other' || note !== '', { path: ['note'], error: 'field/required' });
export type PartnerFields = z.infer<typeof PartnerFields>;

export const NamesRead = z.object({ en: z.string(), 'ar-IQ': z.string(), 'ckb-IQ': z.string() });

export const PartnerRow = z.object({
  id: RecordId,
  names: NamesRead,
  kind: z.string(),
  active: z.boolean(),
});
export type PartnerRow = z.infer<typeof PartnerRow>;

export const PartnerView = z.object({
  ...RecordFrame,
  names: NamesRead,
  kind: z.string(),
  active: z.boolean(),
  note: z.string(),
});
export type PartnerView = z.infer<typeof PartnerView>;

export const partnerMethods = {
  /** All of them, those no longer offered included: records still name them. */
  'partners.list': query({
    permission: 'session',
    input: z.strictObject({}),
    output: z.array(PartnerRow),
    errors: [],
  }),
  'partners.get': query({
    permission: 'session',
    input: z.strictObject({ partnerId: RecordId }),
    output: PartnerView,
    errors: ['record/not-found'],
  }),
  'partners.create': command({
    permission: 'settings.manage',
    input: { fields: PartnerFields },
    output: z.object({ id: RecordId }),
    errors: ['node/not-the-directorate'],
  }),
  'partners.edit': recordCommand({
    permission: 'settings.manage',
    changes: 'partnerId',
    input: { partnerId: RecordId, fields: PartnerFields },
    output: z.object({ id: RecordId }),
    errors: referenceErrors,
  }),
  /** Of the shipped list of partners of the programme those that are not there yet. */
  'partners.proposals': query({
    permission: 'settings.manage',
    input: z.strictObject({}),
    output: z.array(z.object({ key: z.string(), names: NamesRead, kind: z.string() })),
    errors: ['node/not-the-directorate'],
  }),
  /** Takes proposals over, each as a record of its own; those that are there already are passed by. */
  'partners.takeProposals': command({
    permission: 'settings.manage',
    input: { keys: z.array(z.string().max(60)).min(1).max(100) },
    output: z.object({ added: z.int() }),
    errors: ['node/not-the-directorate'],
  }),
} as const;
