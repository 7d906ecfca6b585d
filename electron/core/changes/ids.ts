/** @file Record ids are UUID text in the contract, 16 bytes in the store and base64url on the wire. */
import { fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';

/** Throws on anything but a UUID: the contract has parsed it before. */
export function uuidToBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError('not a UUID');
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

export function bytesToUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const uuidToWire = (uuid: string): string => toBase64Url(uuidToBytes(uuid));

export function wireToUuid(wire: string): string {
  return bytesToUuid(wireToBytes(wire));
}

/** Throws on anything but base64url: the header was parsed before. */
export function wireToBytes(wire: string): Uint8Array {
  const bytes = fromBase64Url(wire);
  if (bytes === null) throw new RangeError('not base64url');
  return bytes;
}

/**
 * For a statement to be run at once: it lies in a pool of Node's, so it costs no memory of its own. Of ids in headers that
 * were parsed, or that were made here; nothing is checked again.
 */
export const wireToBound = (wire: string): Uint8Array => Buffer.from(wire, 'base64url');
