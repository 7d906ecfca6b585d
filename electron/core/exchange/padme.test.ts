import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padmeLength } from './padme.ts';

describe('padding', () => {
  it('has a smallest length', () => {
    for (const length of [0, 1, 65_535, 65_536]) expect(padmeLength(length)).toBe(65_536);
  });

  it('never shortens, adds at most 12 %, and pads a padded length no further', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65_537, max: 2 ** 31 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12);
        expect(padmeLength(padded)).toBe(padded);
      }),
    );
  });

  it('leaves few lengths: 32 between one power of two and the next', () => {
    const lengths = new Set<number>();
    for (let length = 2 ** 17 + 1; length <= 2 ** 18; length += 7) lengths.add(padmeLength(length));
    expect(lengths.size).toBe(32);
  });
});
