import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSealDigits, SEALED_PAPERS, sealBytes, sealDigits } from './paper-seal.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const seals = fc.record({
  kind: fc.constantFrom(...SEALED_PAPERS),
  device: bytes(16),
  date: fc.constantFrom('2026-02-11', '1999-12-31', '2099-01-01'),
  digest: bytes(16),
  number: fc.constantFrom('KI017-2026-A0042-9/S1', 'NI003-2025-B0001-K/R12', 'X'),
});

describe('a seal', () => {
  it('comes back from its digits as it went in', () => {
    fc.assert(
      fc.property(seals, bytes(64), (seal, signature) => {
        const signed = sealBytes(seal);
        expect(readSealDigits(sealDigits(signed, signature))).toEqual({ seal, signed, signature });
      }),
    );
  });

  it('is digits alone, few enough for a code that a cheap reader reads', () => {
    fc.assert(
      fc.property(seals, bytes(64), (seal, signature) => {
        expect(sealDigits(sealBytes(seal), signature)).toMatch(/^\d{200,360}$/);
      }),
    );
  });

  it('is nothing else: a waybill, a word, half of one, one with more at its end', () => {
    const seal = {
      kind: 'receipt',
      device: new Uint8Array(16),
      date: '2026-02-11',
      digest: new Uint8Array(16),
    } as const;
    const digits = sealDigits(sealBytes({ ...seal, number: 'A/R1' }), new Uint8Array(64).fill(7));
    for (const typed of [
      '',
      'سند',
      '1'.repeat(63),
      digits.slice(0, 250),
      `${digits}00`,
      `9${digits}`,
      '9'.repeat(999),
    ]) {
      expect(readSealDigits(typed), typed).toBeNull();
    }
  });

  it('has no room for a number that is not one', () => {
    const seal = {
      kind: 'receipt',
      device: new Uint8Array(16),
      date: '2026-02-11',
      digest: new Uint8Array(16),
    } as const;
    expect(() => sealBytes({ ...seal, number: 'عدد' })).toThrow(RangeError);
    expect(() => sealBytes({ ...seal, number: 'A'.repeat(61) })).toThrow(RangeError);
    expect(() => sealBytes({ ...seal, number: 'A', date: '' })).toThrow(RangeError);
  });
});
