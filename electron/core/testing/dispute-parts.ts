/** @file Commands that write one part of a dispute. All of them are refused alike: one walk provokes what they share. */
import { disputeAgreementMethods } from '#shared/contract/dispute-agreements.ts';
import { disputeReferralMethods } from '#shared/contract/dispute-referrals.ts';

type Parts = typeof disputeAgreementMethods & typeof disputeReferralMethods;
export type PartCommand = Exclude<keyof Parts, 'disputes.agreements' | 'disputes.referrals'>;

const parts: Parts = { ...disputeAgreementMethods, ...disputeReferralMethods };

export const PART_COMMANDS = (Object.keys(parts) as (keyof Parts)[]).filter(
  (name): name is PartCommand => parts[name].kind === 'command',
);

/** Those that make a new part, and so are refused by the writer before anything else. */
export const NEW_PART_COMMANDS = [
  'disputes.saveAgreement',
  'disputes.saveRegistration',
  'disputes.saveFollowUp',
  'disputes.saveLearned',
  'disputes.saveReferral',
] as const satisfies readonly PartCommand[];

/** Provoked of each in `features/disputes/part-refusals.test.ts`. */
export const PART_REFUSALS = ['record/not-found', 'record/voided', 'record/offered-away', 'dispute/closed'] as const;
