/** @file The rare ways through the exchange. A long run in which one of them was never taken proves nothing about it. */

/** Each with what it means. */
export const rarePaths = {
  gap: 'a file is missing: the position stays, the changes are kept',
  fork: 'both ends hold other changes at one position',
  'section cut': 'a file was cut and its first sections were used',
} as const;

export type RarePath = keyof typeof rarePaths;

export const notTaken = (taken: ReadonlySet<RarePath>): readonly RarePath[] =>
  (Object.keys(rarePaths) as RarePath[]).filter((path) => !taken.has(path));
