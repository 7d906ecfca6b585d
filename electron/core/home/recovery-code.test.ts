import { expect, test } from 'vitest';
import { formatRecoveryCode, generateRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

const mistyped = { ok: false, error: { code: 'recovery/mistyped', params: {} } };

test('prints 128 bits as seven groups of four and reads them back', () => {
  for (let i = 0; i < 50; i++) {
    const { secret, code } = generateRecoveryCode();
    expect(secret).toHaveLength(16);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
    expect(parseRecoveryCode(code)).toEqual({ ok: true, value: secret });
  }
});

test('keeps its form, or paper printed earlier would be worthless', () => {
  const secret = new Uint8Array(16).map((_, i) => i * 17);
  expect(formatRecoveryCode(secret)).toBe('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZZNF');
});

test('reads what people make of it', () => {
  const secret = new Uint8Array(16).fill(0x08);
  const code = formatRecoveryCode(secret);
  const arabicDigits = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const persianDigits = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
  for (const typed of [
    code.toLowerCase(),
    ` ${code.replaceAll('-', ' ')}\n`,
    code.replaceAll('-', ''),
    code.replaceAll('-', '–'),
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
    code.replaceAll('0', 'O').replaceAll('1', 'I'),
    `\u200f${arabicDigits}\u200e`,
    persianDigits,
  ]) {
    expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: secret });
  }
});

test('finds each mistyped symbol, swapped neighbours, and a wrong length', () => {
  const { code } = generateRecoveryCode();
  const symbols = code.replaceAll('-', '');
  let missed = 0;
  for (let i = 0; i < symbols.length; i++) {
    const other = symbols[i] === '7' ? '8' : '7';
    if (parseRecoveryCode(symbols.slice(0, i) + other + symbols.slice(i + 1)).ok) missed++;
  }
  // Twelve bits of checksum let one error in 4096 pass; the slot then refuses it.
  expect(missed).toBeLessThanOrEqual(1);
  expect(parseRecoveryCode(symbols.slice(1))).toEqual(mistyped);
  expect(parseRecoveryCode(`${symbols}0`)).toEqual(mistyped);
  expect(parseRecoveryCode('')).toEqual(mistyped);
  expect(parseRecoveryCode(`U${symbols.slice(1)}`)).toEqual(mistyped);
});
