/** @file Refusals that many methods share, each set of them named once. */

/** Of a new record. */
export const createErrors = ['node/not-enrolled', 'node/service-not-offered'] as const;

/** Of writing to a record that stays at its office: missing or unseen, void, another's, or read-only for this program. */
export const stayingWriteErrors = [
  'record/not-found',
  'record/voided',
  'record/not-yours',
  'record/newer-program',
] as const;

/** The same where the record may be handed over: its owner may have offered it to another office. */
export const writeErrors = [...stayingWriteErrors, 'record/offered-away'] as const;

/** Of a new record that belongs to a forum. */
export const createInForumErrors = [
  ...createErrors,
  'record/not-found',
  'record/voided',
  'record/offered-away',
] as const;

/** Of a file that the caller names. */
export const namedFileErrors = ['file/unknown-token', 'file/not-found'] as const;

/** Of writing a file. */
export const diskErrors = ['file/cannot-write', 'file/no-space'] as const;

/** Of writing to reference data, which is the directorate's own and never void. */
export const referenceErrors = [
  'node/not-the-directorate',
  'record/not-found',
  'record/changed',
  'record/newer-program',
] as const;
