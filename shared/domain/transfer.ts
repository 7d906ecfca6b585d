/** @file Why a case or a forum goes to another office, and why it comes back. Codes: what leaves the office says nothing of people. */
export const TRANSFER_REASON = [
  'property_elsewhere',
  'person_moved',
  'conflict_of_interest',
  'workload',
  'other_office_serves',
  'office_closes',
  'other',
] as const;
export type TransferReason = (typeof TRANSFER_REASON)[number];

/** Those that people choose from, by what is handed over. */
export const TRANSFER_REASONS_OF = {
  dispute: ['property_elsewhere', 'person_moved', 'conflict_of_interest', 'workload', 'other'],
  forum: ['other_office_serves', 'office_closes', 'workload', 'other'],
} as const satisfies Record<string, readonly TransferReason[]>;

/** What is handed over by itself; what hangs on a forum goes along with it. */
export const TRANSFERABLE = ['dispute', 'forum'] as const;
export type Transferable = (typeof TRANSFERABLE)[number];

export const RETURN_REASON = ['not_ours', 'incomplete', 'conflict_of_interest', 'workload', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASON)[number];

/** How the last transfer of a record stands. */
export const TRANSFER_STATE = ['offered', 'accepted', 'returned', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATE)[number];
