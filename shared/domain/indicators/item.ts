/** @file What formulas of indicators yield: one item for each thing or person that is counted. */

/** By dimension, to which lines of a break-down it belongs; several where it stands in each of them. */
export type Tags = Readonly<Record<string, string | readonly string[]>>;

export type Item = {
  /** Its part of the numerator, of the denominator, and of what is left out because it is not known. */
  readonly n: number;
  readonly of: number;
  readonly left: number;
  /** For a median: the value. */
  readonly at?: number;
  readonly tags: Tags;
};

/** Counted. */
export const counted = (tags: Tags, n = 1): Item => ({ n, of: 0, left: 0, tags });

/** In the denominator, and in the numerator where it holds; left out where that is not known (null). */
export const judged = (tags: Tags, holds: boolean | null): Item =>
  holds === null ? { n: 0, of: 0, left: 1, tags } : { n: holds ? 1 : 0, of: 1, left: 0, tags };

export const valued = (tags: Tags, at: number): Item => ({ n: 0, of: 1, left: 0, at, tags });

/** What nobody said. */
export const unknownCodes: readonly string[] = ['unknown', 'not_stated', ''];
export const isKnown = (code: string): boolean => !unknownCodes.includes(code);
