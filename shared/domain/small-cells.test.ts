import { describe, expect, it } from 'vitest';
import {
  hideSums,
  isShown,
  isSmall,
  type ShownCount,
  showAnswers,
  showBrokenDown,
  showCount,
  toShownCount,
} from './small-cells.ts';

describe('a count of people', () => {
  it.each([
    [0, 0],
    [1, '<5'],
    [4, '<5'],
    [5, 5],
    [30, 30],
  ])('of %s is shown as %s', (count, shown) => {
    expect(showCount(count, 5)).toBe(shown);
  });

  it('is hidden up to the value in force', () => {
    expect([showCount(9, 10), showCount(10, 10)]).toEqual(['<10', 10]);
  });

  it.each([
    ['<5', '<5'],
    [3, '<5'],
    [12, 12],
    ['12', 'hidden'],
    [-1, 'hidden'],
    [null, 'hidden'],
    [{}, 'hidden'],
  ])('that was stored as %j is read as %s', (stored, shown) => {
    expect(toShownCount(stored, 5)).toBe(shown);
  });
});

describe('a line of answers', () => {
  it.each([
    [
      { high: 6, low: 7, left: 2 },
      { high: 6, of: 13, left: '<5' },
    ],
    [
      { high: 3, low: 7, left: 0 },
      { high: '<5', of: 10, left: 0 },
    ],
    [
      { high: 8, low: 2, left: 0 },
      { high: 'hidden', of: 10, left: 0 },
    ],
    [
      { high: 5, low: 1, left: 0 },
      { high: 'hidden', of: 'hidden', left: 0 },
    ],
    [
      { high: 1, low: 2, left: 0 },
      { high: 'hidden', of: '<5', left: 0 },
    ],
    [
      { high: 0, low: 9, left: 0 },
      { high: 0, of: 9, left: 0 },
    ],
    [
      { high: 0, low: 0, left: 6 },
      { high: 0, of: 0, left: 6 },
    ],
  ])('%j is shown as %j', (counts, shown) => {
    expect(showAnswers(counts, 5)).toEqual(shown);
  });

  it('leaves more than one possibility for every small number', () => {
    const possible = new Map<string, { high: Set<number>; low: Set<number> }>();
    for (let high = 0; high < 25; high += 1) {
      for (let low = 0; low < 25; low += 1) {
        const key = JSON.stringify(showAnswers({ high, low, left: 0 }, 5));
        const seen = possible.get(key) ?? { high: new Set(), low: new Set() };
        seen.high.add(high);
        seen.low.add(low);
        possible.set(key, seen);
      }
    }
    for (let high = 0; high < 20; high += 1) {
      for (let low = 0; low < 20; low += 1) {
        const seen = possible.get(JSON.stringify(showAnswers({ high, low, left: 0 }, 5)));
        if (isSmall(high, 5)) expect(seen?.high.size).toBeGreaterThan(1);
        if (isSmall(low, 5)) expect(seen?.low.size).toBeGreaterThan(1);
      }
    }
  });
});

describe('counts with their sum', () => {
  it('hide a second one where the first follows by subtraction', () => {
    expect(showBrokenDown([[3, 12, 9]], 24, 5)).toEqual({ parts: [['<5', 12, 'hidden']], all: 24 });
  });

  it('hide the sum where there is no second one', () => {
    expect(showBrokenDown([[3, 2]], 5, 5)).toEqual({ parts: [['<5', '<5']], all: 5 });
    expect(showBrokenDown([[4, 4]], 8, 5)).toEqual({ parts: [['<5', '<5']], all: 'hidden' });
    expect(showBrokenDown([[1, 1]], 2, 5)).toEqual({ parts: [['<5', '<5']], all: '<5' });
  });

  it('do not tell by another break-down what the first has hidden', () => {
    // The sum must be hidden for the sexes; the one age band would tell it.
    expect(showBrokenDown([[4, 4], [8]], 8, 5)).toEqual({ parts: [['<5', '<5'], ['hidden']], all: 'hidden' });
  });

  it('leave large counts alone', () => {
    expect(
      showBrokenDown(
        [
          [10, 20],
          [15, 15, 0],
        ],
        30,
        5,
      ),
    ).toEqual({
      parts: [
        [10, 20],
        [15, 15, 0],
      ],
      all: 30,
    });
  });

  it('leave no small count that could only be one', () => {
    const most = 11;
    for (let a = 0; a <= most; a += 1) {
      for (let b = 0; b <= most; b += 1) {
        for (let c = 0; c <= 6; c += 1) {
          const { parts, all } = showBrokenDown([[a, b, c]], a + b + c, 5);
          const shown = parts[0] ?? [];
          [a, b, c].forEach((count, index) => {
            if (isSmall(count, 5)) expect(possibleValues(shown, all, index).size, `${a} ${b} ${c}`).toBeGreaterThan(1);
          });
        }
      }
    }
  });

  it('are not shown again by hiding twice', () => {
    const once = hideSums({ parts: [['<5', 12, 9]], all: 24 });
    expect(hideSums(once)).toEqual(once);
  });
});

/** Every value that the count at `index` may have, from nothing but what is shown. */
function possibleValues(shown: readonly ShownCount[], all: ShownCount, index: number): Set<number> {
  const found = new Set<number>();
  const may = (count: ShownCount, value: number) => {
    if (isShown(count)) return count === value;
    return count === 'hidden' || (value > 0 && value < 5);
  };
  const [a, b, c] = shown as [ShownCount, ShownCount, ShownCount];
  for (let x = 0; x <= 30; x += 1) {
    if (!may(a, x)) continue;
    for (let y = 0; y <= 30; y += 1) {
      if (!may(b, y)) continue;
      for (let z = 0; z <= 30; z += 1) if (may(c, z) && may(all, x + y + z)) found.add([x, y, z][index] ?? 0);
    }
  }
  return found;
}
