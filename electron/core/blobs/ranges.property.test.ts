import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRange, type ByteRange, bytesIn, inside, isWhole, missingRanges, outside, type RangeSet } from './ranges.ts';

const total = 60;
const range = fc
  .tuple(fc.integer({ min: 0, max: total - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([off, len]): ByteRange => ({ off, len: Math.min(len, total - off) }));

const bytes = (set: RangeSet): Set<number> =>
  new Set(set.flatMap(({ off, len }) => Array.from({ length: len }, (_, i) => off + i)));
const setOf = (ranges: readonly ByteRange[]): RangeSet => ranges.reduce<RangeSet>(addRange, []);

it('holds the bytes that were added, in any order, repeated or overlapping', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.func(fc.integer()), (ranges, order) => {
      const shuffled = [...ranges, ...ranges].toSorted((a, b) => order(a) - order(b));
      const set = setOf(ranges);
      expect(setOf(shuffled)).toEqual(set);
      expect(bytes(set)).toEqual(bytes(ranges));
      expect(bytesIn(set)).toBe(bytes(ranges).size);
      expect(set.every((one, i) => i === 0 || one.off > (set[i - 1]?.off ?? 0) + (set[i - 1]?.len ?? 0))).toBe(true);
    }),
  );
});

it('knows what is missing, and what of a range is held', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, asked) => {
      const set = setOf(ranges);
      const missing = missingRanges(set, total);
      expect(bytesIn(missing) + bytesIn(set)).toBe(total);
      expect(isWhole(set, total)).toBe(missing.length === 0);
      expect(isWhole(setOf([...set, ...missing]), total)).toBe(true);
      const [held, gaps] = [inside(set, asked), outside(set, asked)];
      expect(new Set([...bytes(held), ...bytes(gaps)])).toEqual(bytes([asked]));
      expect(bytesIn(held) + bytesIn(gaps)).toBe(asked.len);
      expect(bytes(held).isSubsetOf(bytes(set))).toBe(true);
    }),
  );
});
