/**
 * @file Known answers, computed once at start: the installed runtime's cryptography differs from the one the tests ran
 * on, and an application that would write wrong signatures or unreadable files must not start.
 */
import { collect, oneAfterAnother, openAge } from './age.ts';
import { openAesGcm } from './aes-gcm.ts';
import { deriveArgon2id } from './argon2.ts';
import { bytesEqual, concatBytes, fromHex, toBase64Url, toHex, utf8 } from './bytes.ts';
import { createSigner, createVerifier } from './ed25519.ts';
import { sha256 } from './hash.ts';
import { deriveKey, hmacSha256 } from './hkdf.ts';

/** `primitive` names what gave a wrong answer. */
export class CryptoSelfTestError extends Error {
  readonly primitive: string;

  constructor(primitive: string, options?: ErrorOptions) {
    super(`cryptographic self-test failed: ${primitive}`, options);
    this.name = 'CryptoSelfTestError';
    this.primitive = primitive;
  }
}

/** Throws CryptoSelfTestError at the first wrong answer. A few milliseconds. */
export async function runSelfTest(): Promise<void> {
  for (const [primitive, works] of Object.entries(checks)) {
    let passed = false;
    try {
      passed = await works();
    } catch (cause) {
      throw new CryptoSelfTestError(primitive, { cause });
    }
    if (!passed) throw new CryptoSelfTestError(primitive);
  }
}

const counted = new Uint8Array(32).map((_, index) => index);

const checks: Record<string, () => boolean | Promise<boolean>> = {
  // FIPS 180-4, "abc".
  sha256: () => toHex(sha256(utf8('abc'))) === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',

  // RFC 8032 section 7.1, test 2 (message 72).
  ed25519: () => {
    const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const expected =
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    const verify = createVerifier(publicKey);
    const signature = createSigner(seed)('', hex('72'));
    return (
      toHex(signature) === expected &&
      verify('', hex('72'), signature) &&
      verify('r', new Uint8Array(0), signature) &&
      !verify('', hex('73'), signature)
    );
  },

  // RFC 4231, test case 2.
  hmac: () =>
    toHex(hmacSha256(utf8('Jefe'), utf8('what do ya want for nothing?'))) ===
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',

  hkdf: () =>
    toHex(deriveKey(counted, 'jisr/database/1')) === '725d79effac3dcfe343fc017d604312a5dfc41cbd12091123acd9ea55cb22af0',

  'aes-256-gcm': () => {
    const sealed = hex('000102030405060708090a0b2d6ba569d90bd642bc47c204ec7961ed3f34d8e1');
    const opened = openAesGcm(counted, sealed, utf8('aad'));
    return opened !== null && bytesEqual(opened, utf8('jisr')) && openAesGcm(counted, sealed, utf8('add')) === null;
  },

  argon2id: async () => {
    const params = { saltBase64: toBase64Url(counted.subarray(0, 16)), memoryKiB: 64, passes: 3 };
    const expected = '1e83d37a00da256a94bd1be241062fc92d692c38f5937b478081c73c73c46a60';
    return toHex(await deriveArgon2id(utf8('jisr'), params)) === expected;
  },

  age: async () => {
    const identity = 'AGE-SECRET-KEY-15UQ0EQXTX5R24KCWAQPVSQ4VYG7X2CDPW3H0UN420U5HSSF7FFSQHJWCER';
    const file = concatBytes(
      utf8(
        'age-encryption.org/v1\n' +
          '-> X25519 yvOdqoJNY3KzF2aFz+ULgwcCB1t5Kbe5XRlvRUsO0Eo\n' +
          '1HYsHVHgE0fzEVS1Mm0qGwU8w3ofJDg6UOoxY2JZlr4\n' +
          '--- OluU6gw3Ag58M3yseHLlVZd1FUZcNbeO1ZxpNWtqSTQ\n',
      ),
      hex('333452d7ba96874e6d5d235431ed7b3d30920fd61169d9e7d20d120f7c8b32c02076da8b'),
    );
    return bytesEqual(await collect(openAge(identity, oneAfterAnother(file))), utf8('jisr'));
  },
};

function hex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === null) throw new Error('a known answer is misspelt');
  return bytes;
}
