/**
 * @file Ed25519 signatures (RFC 8032) over a context string followed by the message. One verifier for everything:
 * Node (OpenSSL) and Electron (BoringSSL) may differ on malformed points, so keys are checked here once, at enrolment.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts';

/** `publicKey` is the raw 32-byte point, `privateKey` the 32-byte seed. */
export type SigningKey = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

/** Signs utf8(context) || message; 64 bytes. */
export type Signer = (context: string, message: Uint8Array) => Uint8Array;
export type Verifier = (context: string, message: Uint8Array, signature: Uint8Array) => boolean;

export function generateSigningKey(): SigningKey {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const publicKey = fromBase64Url(jwk.x ?? '');
  const privateKey = fromBase64Url(jwk.d ?? '');
  if (publicKey === null || privateKey === null) throw new Error('Ed25519 key generation gave no key');
  return { publicKey, privateKey };
}

/** Reads the seed once; keep the signer rather than making it anew for each message. */
export function createSigner(privateKey: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8(privateKey)), format: 'der', type: 'pkcs8' });
  return (context, message) => new Uint8Array(sign(null, concatBytes(utf8(context), message), key));
}

/** The public half of a seed. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const der = Buffer.from(pkcs8(privateKey));
  const jwk = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' });
  const publicKey = fromBase64Url(jwk.x ?? '');
  if (publicKey === null) throw new Error('Ed25519 key has no public half');
  return publicKey;
}

/** Reads the key once; keep the verifier rather than making it anew for each message. Throws unless 32 bytes. */
export function createVerifier(publicKey: Uint8Array): Verifier {
  if (publicKey.length !== 32) throw new RangeError('an Ed25519 public key has 32 bytes');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
  return (context, message, signature) =>
    signature.length === 64 && verify(null, concatBytes(utf8(context), message), key, signature);
}

/**
 * Whether a key may be enrolled: 32 bytes, the canonical spelling of a point on the curve, and not of low order
 * (under such a key one signature fits every message).
 */
export function isAcceptablePublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const y = BigInt(`0x${Buffer.from(publicKey).reverse().toString('hex')}`) & yMask;
  return y < p && !lowOrderY.has(y) && isOnCurve(y);
}

const p = 2n ** 255n - 19n;
const yMask = 2n ** 255n - 1n;
const d = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;

/**
 * The points whose order divides 8 have these five y: 0 (order 4), 1 (the neutral point), -1 (order 2), and two of
 * order 8. Both signs of x are covered, since x does not enter.
 */
const orderEightY = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
const lowOrderY = new Set([0n, 1n, p - 1n, orderEightY, p - orderEightY]);

/** x² = (y² - 1) / (d y² + 1) has a solution, by Euler's criterion on numerator times denominator. */
function isOnCurve(y: bigint): boolean {
  const yy = (y * y) % p;
  const product = ((yy - 1n + p) * (d * yy + 1n)) % p;
  return product === 0n || power(product, (p - 1n) / 2n) === 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % p;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

/** RFC 8410: the fixed DER head of a PKCS #8 Ed25519 key, then the seed. */
function pkcs8(seed: Uint8Array): Uint8Array {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  return concatBytes(Buffer.from('302e020100300506032b657004220420', 'hex'), seed);
}
