import { hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { openAesGcm, sealAesGcm } from './aes-gcm.ts';
import { type Argon2Params, deriveArgon2id, isAcceptableArgon2Params } from './argon2.ts';
import { toBase64Url, toHex, utf8 } from './bytes.ts';
import { sha256, sha256Stream } from './hash.ts';
import { deriveKey, hmacSha256 } from './hkdf.ts';
import { randomBytes } from './random.ts';
import { runSelfTest } from './self-test.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test('passes its own known answers', async () => {
  await expect(runSelfTest()).resolves.toBeUndefined();
});

test('hashes the FIPS 180-4 messages, in parts or whole', () => {
  const expected = '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1';
  expect(toHex(sha256(utf8('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')))).toBe(expected);
  expect(toHex(sha256(utf8('abcdbcdecdefdefgefghfghighij'), utf8('hijkijkljklmklmnlmnomnopnopq')))).toBe(expected);
  const stream = sha256Stream();
  stream.update(utf8('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnop'));
  stream.update(utf8('q'));
  expect(toHex(stream.digest())).toBe(expected);
});

test('gives the HMAC of RFC 4231, case 7', () => {
  const text =
    'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.';
  expect(toHex(hmacSha256(new Uint8Array(131).fill(0xaa), utf8(text.slice(0, 40)), utf8(text.slice(40))))).toBe(
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  );
});

test('derives as RFC 5869 test case 3 (no salt): the function underneath gives its answer', () => {
  const okm = hkdfSync('sha256', new Uint8Array(22).fill(0x0b), new Uint8Array(0), new Uint8Array(0), 42);
  expect(Buffer.from(okm).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  );
  expect(toHex(deriveKey(new Uint8Array(22).fill(0x0b), ''))).toBe(Buffer.from(okm).subarray(0, 32).toString('hex'));
});

test('derives separate keys for separate purposes', () => {
  const dek = randomBytes(32);
  expect(deriveKey(dek, 'jisr/database/1')).not.toEqual(deriveKey(dek, 'jisr/witness/1'));
  expect(deriveKey(dek, 'jisr/database/1')).toEqual(deriveKey(dek, 'jisr/database/1'));
});

test('opens the AES-256-GCM test case 16 of the GCM specification', () => {
  const key = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
  const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const plaintext =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
  const sealed = bytes(
    'cafebabefacedbaddecaf888' +
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );
  expect(toHex(openAesGcm(key, sealed, aad) ?? new Uint8Array())).toBe(plaintext);
});

test('refuses a sealed key under another key, other additional data, or with any byte changed or missing', () => {
  const key = randomBytes(32);
  const sealed = sealAesGcm(key, utf8('secret'), utf8('slot'));
  expect(openAesGcm(key, sealed, utf8('slot'))).toEqual(utf8('secret'));
  expect(openAesGcm(randomBytes(32), sealed, utf8('slot'))).toBeNull();
  expect(openAesGcm(key, sealed, utf8('slat'))).toBeNull();
  for (let i = 0; i < sealed.length; i++) {
    const changed = sealed.slice();
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(openAesGcm(key, changed, utf8('slot'))).toBeNull();
    expect(openAesGcm(key, sealed.subarray(0, i), utf8('slot'))).toBeNull();
  }
});

test('never seals twice alike', () => {
  const key = randomBytes(32);
  expect(sealAesGcm(key, utf8('secret'), utf8(''))).not.toEqual(sealAesGcm(key, utf8('secret'), utf8('')));
});

const params: Argon2Params = { saltBase64: toBase64Url(new Uint8Array(16).fill(2)), memoryKiB: 32, passes: 3 };

// The answer was computed with the Argon2 of OpenSSL, which the application cannot use.
test('derives with Argon2id', async () => {
  const key = await deriveArgon2id(new Uint8Array(32).fill(1), params);
  expect(toHex(key)).toBe('30e0b44b7e23423b7282859ea36f02825b5828dde3c25f124d59d42d7235e132');
});

test.each<[string, Partial<Argon2Params>]>([
  ['more than 1 GiB', { memoryKiB: 1024 * 1024 + 1 }],
  ['more than 20 passes', { passes: 21 }],
  ['no pass', { passes: 0 }],
  ['a fraction of a pass', { passes: 1.5 }],
  ['less memory than Argon2 needs', { memoryKiB: 7 }],
  ['a short salt', { saltBase64: toBase64Url(new Uint8Array(15)) }],
  ['a misspelt salt', { saltBase64: '!' }],
])('refuses Argon2 parameters with %s before any work', async (_, change) => {
  const changed = { ...params, ...change };
  expect(isAcceptableArgon2Params(changed)).toBe(false);
  await expect(deriveArgon2id(utf8('x'), changed)).rejects.toThrow(RangeError);
});

test('accepts Argon2 parameters at the limits', () => {
  expect(isAcceptableArgon2Params({ ...params, memoryKiB: 1024 * 1024, passes: 20 })).toBe(true);
});
