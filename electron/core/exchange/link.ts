/**
 * @file Running hash of a link: one directed, ordered list of change ids between two devices
 * (docs/bundle-format.md, section 3).
 */
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';

/** Epochs of one link are ordered by `n`; `r` (8 random bytes) tells two with the same `n` apart. */
export type LinkEpoch = { readonly n: number; readonly r: Uint8Array };

/** H_0 of an epoch. `from` and `to` are the 16-byte ids of the sending and the receiving device. */
export function linkStart(epoch: LinkEpoch, from: Uint8Array, to: Uint8Array): Uint8Array {
  if (!Number.isSafeInteger(epoch.n) || epoch.n < 1) throw new RangeError('an epoch number is a positive integer');
  if (epoch.r.length !== 8 || from.length !== 16 || to.length !== 16) throw new RangeError('wrong length');
  const n = new Uint8Array(8);
  new DataView(n.buffer).setBigUint64(0, BigInt(epoch.n));
  return sha256(concatBytes(linkContext, n, epoch.r, from, to));
}

/** H_k from H_(k-1) and the full id (32 bytes) of the change at position k. */
export function linkStep(previous: Uint8Array, id: Uint8Array): Uint8Array {
  return sha256(previous, id);
}

const linkContext = utf8('cp1-link\n');
