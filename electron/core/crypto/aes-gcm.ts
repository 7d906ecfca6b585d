/**
 * @file AES-256-GCM wraps keys in slots and nothing else; what travels or is attached is age (age.ts).
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concatBytes } from './bytes.ts';
import { randomBytes } from './random.ts';

const nonceLength = 12;
const tagLength = 16;

/** Seals under a 32-byte key with a fresh nonce. Gives nonce (12) || ciphertext || tag (16). */
export function sealAesGcm(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(aad);
  return concatBytes(nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** The plaintext; null when key, data or additional data do not belong together. */
export function openAesGcm(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | null {
  if (sealed.length < nonceLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const plaintext = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  try {
    return concatBytes(plaintext, decipher.final());
  } catch {
    return null;
  }
}
