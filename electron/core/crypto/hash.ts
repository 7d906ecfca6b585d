import { createHash, hash as hashAtOnce } from 'node:crypto';

/** SHA-256 over the parts, one after another (32 bytes). */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > small.length) return hashInPieces(parts);
  let at = 0;
  for (const part of parts) {
    small.set(part, at);
    at += part.length;
  }
  const whole = small.subarray(0, length);
  const digest = new Uint8Array(hashAtOnce('sha256', whole, 'buffer'));
  whole.fill(0);
  return digest;
}

/** Room for what is hashed in one call, nearly twice as fast: changes are hashed by the hundred thousand. */
const small = new Uint8Array(4096);

function hashInPieces(parts: readonly Uint8Array[]): Uint8Array {
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
