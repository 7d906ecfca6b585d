import { describe, expect, it } from 'vitest';
import { shareOnTime } from './promise-counts.ts';
import { datesOf } from './period.ts';

const none = { made: 0, kept: 0, keptLate: 0, open: 0, late: 0, blocked: 0, dropped: 0 };

describe('the share kept on time', () => {
  it.each([
    [{ ...none }, null],
    [{ ...none, made: 2, open: 2 }, null],
    [{ ...none, made: 2, dropped: 2 }, null],
    [{ ...none, made: 4, kept: 1, keptLate: 1, late: 1, open: 1 }, 333],
    [{ ...none, made: 3, kept: 3 }, 1000],
    [{ ...none, made: 2, blocked: 1, kept: 1 }, 500],
  ])('of %o is %s per mille', (counts, share) => {
    expect(shareOnTime(counts)).toBe(share);
  });
});

describe('a period', () => {
  it('ends or begins today', () => {
    expect(datesOf('quarter', '2026-03-20')).toEqual({ from: '2025-12-19', to: '2026-03-20' });
    expect(datesOf('ahead', '2026-03-20')).toEqual({ from: '2026-03-20', to: '2026-06-19' });
    expect(datesOf('all', '2026-03-20')).toEqual({ from: null, to: null });
  });
});
