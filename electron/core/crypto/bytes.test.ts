import { expect, test } from 'vitest';
import { bytesEqual, concatBytes, fromBase64Url, fromHex, fromUtf8, toBase64Url, toHex, utf8 } from './bytes.ts';

test('spells bytes as unpadded base64url and as lower-case hexadecimal', () => {
  const bytes = new Uint8Array([0xfb, 0xff, 0x00, 0x10]);
  expect(toBase64Url(bytes)).toBe('-_8AEA');
  expect(fromBase64Url('-_8AEA')).toEqual(bytes);
  expect(toHex(bytes)).toBe('fbff0010');
  expect(fromHex('fbff0010')).toEqual(bytes);
});

test.each(['-_8AEA==', '+/8AEA', '-_8AEB', '-_8A EA', '-_8AE', 'é'])('refuses the base64url spelling %j', (text) => {
  expect(fromBase64Url(text)).toBeNull();
});

test.each(['FBFF', 'fbf', 'fg', ' fb'])('refuses the hexadecimal spelling %j', (text) => {
  expect(fromHex(text)).toBeNull();
});

test('reads only well-formed UTF-8 without a byte order mark', () => {
  expect(fromUtf8(utf8('مركز'))).toBe('مركز');
  expect(fromUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBeNull();
  expect(fromUtf8(new Uint8Array([0xc0, 0x80]))).toBeNull();
  expect(fromUtf8(new Uint8Array([0xed, 0xa0, 0x80]))).toBeNull();
});

test('works on views into a larger buffer', () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(toHex(view)).toBe('0203');
  expect(concatBytes(view, view)).toEqual(new Uint8Array([2, 3, 2, 3]));
});

test('compares contents, and different lengths as different', () => {
  expect(bytesEqual(utf8('ab'), utf8('ab'))).toBe(true);
  expect(bytesEqual(utf8('ab'), utf8('ac'))).toBe(false);
  expect(bytesEqual(utf8('ab'), utf8('abc'))).toBe(false);
});
