/** @file Why a case goes to another office, and why it comes back. Codes: what leaves the office says nothing of people. */
export const TRANSFER_REASON = [
  'property_elsewhere',
  'person_moved',
  'conflict_of_interest',
  'workload',
  'other',
] as const;
export type TransferReason = (typeof TRANSFER_REASON)[number];

export const RETURN_REASON = ['not_ours', 'incomplete', 'conflict_of_interest', 'workload', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASON)[number];

/** How the last transfer of a case stands. */
export const TRANSFER_STATE = ['offered', 'accepted', 'returned', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATE)[number];
