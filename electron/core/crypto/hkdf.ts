import { createHmac, hkdfSync } from 'node:crypto';

/**
 * A 32-byte key of its own purpose from the data encryption key: HKDF-SHA256 with an empty salt.
 * `info` names the purpose and its version, like `jisr/database/1`.
 */
export function deriveKey(dek: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dek, new Uint8Array(0), info, 32));
}

/** HMAC-SHA-256 over the parts, one after another (32 bytes). */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return new Uint8Array(hmac.digest());
}
