/**
 * @file Bytes and their spellings. Every decoder is strict: one value has one spelling, so that a signed or hashed
 * text cannot be written in a second way.
 */
import { timingSafeEqual } from 'node:crypto';

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return view(bytes).toString('base64url');
}

/** The bytes of canonical, unpadded base64url; null for anything else (padding, other alphabet, stray low bits). */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url');
  // Node skips what it does not know; only the round trip shows that nothing was skipped.
  return bytes.toString('base64url') === text ? new Uint8Array(bytes) : null;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return view(bytes).toString('hex');
}

/** The bytes of lower-case hexadecimal; null for anything else. */
export function fromHex(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'hex');
  return bytes.toString('hex') === text ? new Uint8Array(bytes) : null;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Compares in a time that depends on the length alone. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** UTF-8 of a text. Lone surrogates become U+FFFD: refuse them before (they have no UTF-8). */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of well-formed UTF-8; null when it is malformed or begins with a byte order mark. */
export function fromUtf8(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return null;
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
