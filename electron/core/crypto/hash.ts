import { createHash } from 'node:crypto';

/** SHA-256 over the parts, one after another (32 bytes). */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** SHA-256 of a stream of pieces: update as often as needed, then take `digest()` once. */
export function sha256Stream(): { update(piece: Uint8Array): void; digest(): Uint8Array } {
  const hash = createHash('sha256');
  return {
    update: (piece) => {
      hash.update(piece);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
}
