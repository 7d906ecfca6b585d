/** @file Which consents are asked when a dispute is opened and what each answer means. */
import type { ConsentMethod, ConsentScope, ConsentStatus } from './generated/code-lists.ts';

/** Asked one by one at intake, in this order. */
export const INTAKE_CONSENT_SCOPES: readonly ConsentScope[] = [
  'record_keeping',
  'contact_other_party',
  'share_directorate',
  'check_registry',
  'keep_copies',
  'anonymous_statistics',
  'feedback_call',
];

/** Without these the service cannot be given; refusing any other never blocks it. */
export const REQUIRED_CONSENT_SCOPES: readonly ConsentScope[] = ['record_keeping'];

/** Asked again for each body that is to receive something. */
export const PER_RECIPIENT_CONSENT_SCOPES: readonly ConsentScope[] = ['share_referral_body'];

/** Answers a person gave; only they carry a method and a date. */
export const ANSWERED_CONSENT: readonly ConsentStatus[] = ['given', 'refused', 'withdrawn', 'expired'];

/** Given by phone: to be confirmed at the next visit. */
export const CONSENT_METHODS_TO_CONFIRM: readonly ConsentMethod[] = ['phone'];

export function isConsentAnswered(status: string): boolean {
  return ANSWERED_CONSENT.some((answer) => answer === status);
}
