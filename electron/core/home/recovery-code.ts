/**
 * @file The recovery code: 128 random bits and a 12-bit checksum as 28 symbols of Crockford's base 32, printed as
 * XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX. Read back leniently, since people type it from paper.
 */
import { utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { foldDigits } from './passphrase.ts';

/** `secret` goes into the slot, `code` onto the paper. */
export type RecoveryCode = { readonly secret: Uint8Array; readonly code: string };

export function generateRecoveryCode(): RecoveryCode {
  const secret = randomBytes(secretLength);
  return { secret, code: formatRecoveryCode(secret) };
}

export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== secretLength) throw new RangeError('a recovery secret has 16 bytes');
  let number = (toNumber(secret) << BigInt(checksumBits)) | BigInt(checksumOf(secret));
  let symbols = '';
  for (let i = 0; i < symbolCount; i++) {
    symbols = alphabet.charAt(Number(number & 31n)) + symbols;
    number >>= 5n;
  }
  return (symbols.match(/.{4}/g) ?? []).join('-');
}

/**
 * The secret of a typed code. Case, spaces, hyphens and direction marks do not matter; O is 0, I and L are 1; Arabic
 * digits count. `recovery/mistyped` when length, alphabet or checksum are wrong, which is known before any slot is tried.
 */
export function parseRecoveryCode(
  text: string,
): Result<Uint8Array, { code: 'recovery/mistyped'; params: Record<string, never> }> {
  const symbols = foldDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}\u0640_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = [...symbols].map((symbol) => alphabet.indexOf(symbol));
  if (values.length !== symbolCount || values.includes(-1)) return mistyped;
  const number = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  const secret = toBytes(number >> BigInt(checksumBits));
  const checksum = Number(number & ((1n << BigInt(checksumBits)) - 1n));
  return checksum === checksumOf(secret) ? ok(secret) : mistyped;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 16;
const checksumBits = 12;
const symbolCount = (secretLength * 8 + checksumBits) / 5;
const mistyped = err({ code: 'recovery/mistyped', params: {} } as const);

function checksumOf(secret: Uint8Array): number {
  const [high = 0, low = 0] = sha256(utf8('jisr-recovery-1\n'), secret);
  return (high << 4) | (low >> 4);
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toBytes(number: bigint): Uint8Array {
  return Uint8Array.from({ length: secretLength }, (_, i) =>
    Number((number >> BigInt(8 * (secretLength - 1 - i))) & 255n),
  );
}
