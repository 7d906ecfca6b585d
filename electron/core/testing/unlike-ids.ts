/** @file Ids and heads that no record has, for tests. */
export const noRecord = '00000000-0000-7000-8000-000000000000';
export const noHead = 'A'.repeat(22);
/** 24 bytes: well-formed, but nobody handed it out. */
export const noToken = 'A'.repeat(32);
