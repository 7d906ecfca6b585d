import { describe, expect, it } from 'vitest';
import { readWaybillDigits, waybillDigits } from './waybill-digits.ts';

const numbers = { bundleNumber: 17, epoch: 2, from: 101, to: 340, bytes: 65_788, sha: 'ff00aa1122334455' };

describe('the digits of a waybill', () => {
  it('are digits alone and read back as they were', () => {
    const digits = waybillDigits({ ...numbers, sha: `${numbers.sha}${'0'.repeat(48)}` });
    expect(digits).toMatch(/^1\d{62}$/);
    expect(readWaybillDigits(digits)).toEqual(numbers);
    const small = { bundleNumber: 1, epoch: 1, from: 1, to: 0, bytes: 1, sha: '0'.repeat(16) };
    expect(readWaybillDigits(waybillDigits(small))).toEqual(small);
  });

  it('are refused where a number has no room, and read from nothing else', () => {
    expect(() => waybillDigits({ ...numbers, epoch: 10_000 })).toThrow(RangeError);
    expect(readWaybillDigits('2'.repeat(63))).toBeNull();
    expect(readWaybillDigits('')).toBeNull();
  });
});
