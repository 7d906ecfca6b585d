import { argon2Sync, createCipheriv, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

const guarded = process.env.JISR_BORINGSSL_GUARD === '1';

/** In the plain run these prove that Node has the function, so that the guard run proves something. */
test.each<[string, () => unknown]>([
  [
    'Argon2',
    () =>
      argon2Sync('argon2id', {
        message: 'x',
        nonce: randomBytes(16),
        parallelism: 1,
        tagLength: 32,
        memory: 8,
        passes: 1,
      }),
  ],
  [
    'ChaCha20-Poly1305',
    () => createCipheriv('chacha20-poly1305', randomBytes(32), randomBytes(12), { authTagLength: 16 }),
  ],
  ['BLAKE2b', () => createHash('blake2b512')],
  ['SHA-3', () => createHash('sha3-256')],
  ['Ed448', () => generateKeyPairSync('ed448')],
])('%s is refused in the guard run alone', (_, use) => {
  if (guarded) expect(use).toThrow(/not available in Electron/);
  else expect(use).not.toThrow();
});

test('what Electron has works in both runs', () => {
  expect(createHash('sha256').update('x').digest()).toHaveLength(32);
  expect(generateKeyPairSync('ed25519').publicKey.asymmetricKeyType).toBe('ed25519');
});
