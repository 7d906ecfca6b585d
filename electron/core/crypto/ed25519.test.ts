import { expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { createSigner, createVerifier, generateSigningKey, isAcceptablePublicKey, publicKeyOf } from './ed25519.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 8032 section 7.1: seed, public key, message, signature. */
const vectors = [
  {
    name: 'test 1',
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'test 2',
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: 'test 3',
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

test.each(vectors)('signs and verifies RFC 8032 $name', ({ seed, publicKey, message, signature }) => {
  expect(toHex(publicKeyOf(bytes(seed)))).toBe(publicKey);
  expect(toHex(createSigner(bytes(seed))('', bytes(message)))).toBe(signature);
  expect(createVerifier(bytes(publicKey))('', bytes(message), bytes(signature))).toBe(true);
});

test('signs the context in front of the message', () => {
  const { publicKey, privateKey } = generateSigningKey();
  const sign = createSigner(privateKey);
  const verify = createVerifier(publicKey);
  const signature = sign('cp1-change\n', utf8('{}'));
  expect(signature).toHaveLength(64);
  expect(verify('cp1-change\n', utf8('{}'), signature)).toBe(true);
  expect(verify('cp1-bundle\n', utf8('{}'), signature)).toBe(false);
  expect(verify('cp1-change\n', utf8('[]'), signature)).toBe(false);
  expect(verify('cp1-change\n', utf8('{}'), signature.subarray(0, 63))).toBe(false);
  expect(createVerifier(generateSigningKey().publicKey)('cp1-change\n', utf8('{}'), signature)).toBe(false);
});

test('refuses a signature whose second half is not reduced', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const { publicKey, privateKey } = generateSigningKey();
  const signature = createSigner(privateKey)('', utf8('x'));
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  const changed = signature.slice();
  changed.set(Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(), 32);
  expect(createVerifier(publicKey)('', utf8('x'), changed)).toBe(false);
});

test('accepts the keys it makes, and those of RFC 8032', () => {
  for (let i = 0; i < 20; i++) expect(isAcceptablePublicKey(generateSigningKey().publicKey)).toBe(true);
  for (const { publicKey } of vectors) expect(isAcceptablePublicKey(bytes(publicKey))).toBe(true);
});

/** The eight points of low order, then their spellings that are not canonical (C2SP CCTV ed25519). */
const lowOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

test.each(lowOrder)('refuses the low-order key %s', (key) => {
  expect(isAcceptablePublicKey(bytes(key))).toBe(false);
});

test('refuses keys that are too short, too long, not canonical or not on the curve', () => {
  expect(isAcceptablePublicKey(new Uint8Array(31).fill(9))).toBe(false);
  expect(isAcceptablePublicKey(new Uint8Array(33).fill(9))).toBe(false);
  // y = 3 + p, spelt without reduction.
  expect(isAcceptablePublicKey(bytes(`f0${'ff'.repeat(30)}7f`))).toBe(false);
  // y = 2 has no x.
  expect(isAcceptablePublicKey(bytes(`02${'00'.repeat(31)}`))).toBe(false);
});
