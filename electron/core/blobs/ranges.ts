/** @file Which bytes of a blob are here: sets of byte ranges, whatever the order in which parts come. */

/** Offset of the first byte and length, both in bytes; `len` is at least 1. */
export type ByteRange = { readonly off: number; readonly len: number };

/** Ascending, apart from each other: neither overlapping nor touching. */
export type RangeSet = readonly ByteRange[];

/** The set with one more range. */
export function addRange(set: RangeSet, range: ByteRange): RangeSet {
  const merged: ByteRange[] = [];
  let { off } = range;
  let end = off + range.len;
  for (const one of set) {
    const oneEnd = one.off + one.len;
    if (oneEnd < off || one.off > end) {
      merged.push(one);
    } else {
      off = Math.min(off, one.off);
      end = Math.max(end, oneEnd);
    }
  }
  return [...merged, { off, len: end - off }].toSorted((a, b) => a.off - b.off);
}

/** What of `[0, total)` the set leaves out. */
export function missingRanges(set: RangeSet, total: number): RangeSet {
  return outside(set, { off: 0, len: total });
}

/** What of `range` the set holds. */
export function inside(set: RangeSet, range: ByteRange): RangeSet {
  const end = range.off + range.len;
  return set.flatMap((one) => {
    const off = Math.max(one.off, range.off);
    const len = Math.min(one.off + one.len, end) - off;
    return len > 0 ? [{ off, len }] : [];
  });
}

/** What of `range` the set leaves out. */
export function outside(set: RangeSet, range: ByteRange): RangeSet {
  const gaps: ByteRange[] = [];
  let at = range.off;
  for (const { off, len } of inside(set, range)) {
    if (off > at) gaps.push({ off: at, len: off - at });
    at = off + len;
  }
  const end = range.off + range.len;
  return end > at ? [...gaps, { off: at, len: end - at }] : gaps;
}

export const bytesIn = (set: RangeSet): number => set.reduce((sum, { len }) => sum + len, 0);

export const isWhole = (set: RangeSet, total: number): boolean => missingRanges(set, total).length === 0;

/** As the store and the control section of a bundle hold it: `[[offset, length], …]`. */
export const rangesToPairs = (set: RangeSet): [number, number][] => set.map(({ off, len }) => [off, len]);

/** From pairs in any order; what does not lie within `[0, total)` is left out. */
export function pairsToRanges(pairs: readonly (readonly number[])[], total: number): RangeSet {
  let set: RangeSet = [];
  for (const [off = 0, len = 0] of pairs) {
    if (off >= 0 && len > 0 && off + len <= total) set = addRange(set, { off, len });
  }
  return set;
}
