/** @file Padmé padding: lengths keep their magnitude and little else (docs/bundle-format.md, section 4.5). */
import { limits } from '#core/changes/limits.ts';

/**
 * The padded length of a plaintext: at least `smallest` (64 KiB in bundles), else the length rounded up so that only its
 * first bits, as many as its exponent has, stay free. At most 12 % more.
 */
export function padmeLength(length: number, smallest: number = limits.smallestBundleBytes): number {
  if (length <= smallest) return smallest;
  const exponent = Math.floor(Math.log2(length));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - keptBits);
  return Math.ceil(length / unit) * unit;
}
