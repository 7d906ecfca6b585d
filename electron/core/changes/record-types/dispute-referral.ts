/** @file Groups of a dispute about referrals to other bodies. */
import { openSet, restrictedSet } from './record-spec.ts';

export const disputeReferral = {
  /** `status`: code of `referral_status`; `stopsWork`: this office waits for the answer; `overridden`: sent past a missing consent. */
  referral: openSet({
    body: 'text',
    status: 'text',
    sent: 'text?',
    statusOn: 'text?',
    stopsWork: 'flag',
    overridden: 'flag',
  }),
  /**
   * `body`: the true one, where its mere name would betray a person and the open group says `other`; `reference`: the
   * body's own number; `overrideReason`: why a supervisor sent it without consent.
   */
  referralText: restrictedSet(30, {
    body: 'text?',
    name: 'text',
    reference: 'text',
    purpose: 'text',
    answer: 'text',
    overrideReason: 'text',
  }),
} as const;
