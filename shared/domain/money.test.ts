import { describe, expect, it } from 'vitest';
import { fromMinor, toMinor } from './money.ts';

describe('an amount', () => {
  it('is kept in the smallest unit of its currency', () => {
    expect(toMinor(25_000, 'USD')).toBe(2_500_000);
    expect(toMinor(25_000, 'IQD')).toBe(25_000_000);
    expect(fromMinor(2_500_050, 'USD')).toBe(25_000.5);
    expect(fromMinor(7, 'XYZ')).toBe(7);
  });

  it('is the same after a form has shown it and read it again', () => {
    const cents = Array.from({ length: 100 }, (_, index) => index);
    expect(cents.map((minor) => toMinor(fromMinor(minor, 'USD'), 'USD'))).toEqual(cents);
  });
});
