/**
 * @file An upload that must not lie on the disk in clear: each piece is an age file of its own, to a key that is only in
 * memory and forgotten with the program.
 */
import { appendFile } from 'node:fs/promises';
import { collect, generateAgeIdentity, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { fileRange } from './file-range.ts';

export type SealedUpload = {
  append(data: Uint8Array): Promise<void>;
  /** The contents in clear, piece by piece. */
  read(): AsyncGenerator<Uint8Array, void, undefined>;
};

export function createSealedUpload(path: string): SealedUpload {
  const key = generateAgeIdentity();
  const lengths: number[] = [];
  return {
    append: async (data) => {
      const { recipient } = await key;
      const sealed = await collect(sealAge([recipient], oneAfterAnother(data)));
      await appendFile(path, sealed, { mode: 0o600 });
      lengths.push(sealed.length);
    },
    read: async function* () {
      const { identity } = await key;
      let at = 0;
      for (const length of lengths) {
        yield* openAge(identity, oneAfterAnother(...fileRange(path, at, length)));
        at += length;
      }
    },
  };
}
