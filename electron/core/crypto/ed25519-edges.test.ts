/**
 * @file Signatures at the edges of Ed25519, made the way the C2SP CCTV vectors are: keys and R with a part of low order,
 * in canonical and other spellings, for which implementations disagree. What our one verifier must answer is computed
 * here from the equation itself: S reduced, and S·B = R + k·A compared byte by byte, without cofactor.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { bytesEqual, concatBytes, utf8 } from './bytes.ts';
import { createVerifier, isAcceptablePublicKey } from './ed25519.ts';

const { Point } = ed25519;
type Curve = InstanceType<typeof Point>;
const order = Point.Fn.ORDER;
const p = Point.Fp.ORDER;

const little = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes32 = (value: bigint): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());

/** The eight points whose order divides 8. */
function lowOrderPoints(): Curve[] {
  const found = new Map<string, Curve>();
  for (let y = 2n; found.size < 8; y++) {
    let point: Curve;
    try {
      point = Point.fromBytes(bytes32(y));
    } catch {
      continue;
    }
    // order · P has only its part of low order left.
    const low = point.multiplyUnsafe(order - 1n).add(point);
    for (let i = 0n, at = Point.ZERO; i < 8n; i++, at = at.add(low)) found.set(hex(at.toBytes()), at);
  }
  return [...found.values()];
}

/** The canonical spelling and, where y is small enough, that of y + p; each with both signs where x is 0. */
function spellings(point: Curve): Uint8Array[] {
  const sound = point.toBytes();
  const y = little(sound) & (2n ** 255n - 1n);
  const sign = little(sound) >> 255n;
  const signs = point.toAffine().x === 0n ? [0n, 1n] : [sign];
  const ys = y + p < 2n ** 255n ? [y, y + p] : [y];
  return ys.flatMap((value) => signs.map((bit) => bytes32(value | (bit << 255n))));
}

type Edge = { readonly a: Uint8Array; readonly r: Uint8Array; readonly s: bigint; readonly message: Uint8Array };

const context = 'cp1-edge\n';
const challenge = (r: Uint8Array, a: Uint8Array, message: Uint8Array): bigint =>
  little(sha512(concatBytes(r, a, utf8(context), message))) % order;

/** Every pair of a key and an R, each with a known scalar and a part of low order, in every spelling. */
function edges(): Edge[] {
  const low = lowOrderPoints();
  const scalars = { a: 0x1234567n, r: 0x7654321n };
  const made: Edge[] = [];
  for (const aPart of low) {
    for (const rPart of low) {
      for (const [aScalar, rScalar] of [
        [0n, 0n],
        [0n, scalars.r],
        [scalars.a, 0n],
        [scalars.a, scalars.r],
      ] as const) {
        const aPoint = (aScalar === 0n ? Point.ZERO : Point.BASE.multiply(aScalar)).add(aPart);
        const rPoint = (rScalar === 0n ? Point.ZERO : Point.BASE.multiply(rScalar)).add(rPart);
        for (const a of spellings(aPoint)) {
          for (const r of spellings(rPoint)) {
            const message = utf8(`edge ${made.length}`);
            made.push({ a, r, message, s: (rScalar + challenge(r, a, message) * aScalar) % order });
          }
        }
      }
    }
  }
  return made;
}

/** R as the equation gives it, spelt canonically, must be the R that stands in the signature. */
function mustVerify({ a, r, s, message }: Edge): boolean {
  const y = little(a) & (2n ** 255n - 1n);
  const aPoint = Point.fromBytes(bytes32((y % p) | ((little(a) >> 255n) << 255n)), true);
  const k = challenge(r, a, message);
  const kA = k === 0n ? Point.ZERO : aPoint.multiplyUnsafe(k);
  const computed = (s === 0n ? Point.ZERO : Point.BASE.multiply(s)).add(kA.negate());
  return bytesEqual(computed.toBytes(), r);
}

const all = edges();

describe('signatures at the edges of Ed25519', () => {
  it('are many, of both kinds', () => {
    expect(lowOrderPoints()).toHaveLength(8);
    expect(all.length).toBeGreaterThan(400);
    const good = all.filter((edge) => isAcceptablePublicKey(edge.a) && mustVerify(edge)).length;
    expect(good).toBeGreaterThan(10);
    expect(good).toBeLessThan(all.length / 2);
  });

  it('verify only where the equation holds, and everywhere it does unless R is of low order', () => {
    const low = new Set(lowOrderPoints().flatMap(spellings).map(hex));
    for (const edge of all) {
      if (!isAcceptablePublicKey(edge.a)) continue;
      const signature = concatBytes(edge.r, bytes32(edge.s));
      const verifies = createVerifier(edge.a)(context, edge.message, signature);
      // No honest signer ever makes an R of low order, and OpenSSL refuses it in some versions.
      const expected = low.has(hex(edge.r)) ? verifies && mustVerify(edge) : mustVerify(edge);
      expect(verifies, hex(concatBytes(edge.a, signature))).toBe(expected);
    }
  });

  it('never verify with S + the order of the group', () => {
    for (const { a, r, s, message } of all.slice(0, 200)) {
      if (!isAcceptablePublicKey(a)) continue;
      expect(createVerifier(a)(context, message, concatBytes(r, bytes32(s + order)))).toBe(false);
    }
  });

  it('refuses to enrol every key of low order, in every spelling', () => {
    for (const a of lowOrderPoints().flatMap(spellings)) expect(isAcceptablePublicKey(a)).toBe(false);
  });
});
