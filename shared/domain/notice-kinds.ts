/** @file What the exchange notices by itself and people must know of. Words: namespace `notices`, one entry for each kind. */
export const NOTICE_KINDS = [
  /** This home was behind what others had seen of it: it goes on under a new incarnation. */
  'rolled-back',
  /** The same of a neighbour. */
  'peer-restored',
  /** Two different files or logs under one number from one device. */
  'fork',
  /** Two machines write with one identity. */
  'clone',
  /** Two different changes under one number of one incarnation. */
  'seq-reused',
  /** A clock that runs more than a day ahead of ours. */
  'clock-suspect',
  /** Case numbers begin with X until the directorate has given a letter. */
  'series-provisional',
  'device-revoked',
  'blob-bad',
  'late-edits',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
