import { randomBytes as systemRandomBytes } from 'node:crypto';

/** Bytes of the system's generator. Keys, nonces and salts come from here and are never injected. */
export function randomBytes(length: number): Uint8Array {
  return new Uint8Array(systemRandomBytes(length));
}
