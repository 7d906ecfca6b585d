/** @file What keeps a bundle secret on its way: age, always. A simulation of thousands of bundles may pass another. */
import { openAge, type SealOptions, sealAge } from '#core/crypto/age.ts';

export type Container = {
  /** As `sealAge`. */
  readonly seal: (
    recipients: readonly string[],
    plaintext: AsyncIterable<Uint8Array>,
    options: SealOptions,
  ) => AsyncIterable<Uint8Array>;
  /** As `openAge`, with the same errors. */
  readonly open: (identity: string, sealed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
};

export const ageContainer: Container = { seal: sealAge, open: openAge };
