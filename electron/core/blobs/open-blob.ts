/** @file Reading blobs: always as a stream, never as a file in clear. */
import type { BlobRef } from '#core/changes/blob-ref.ts';
import { AgeError, openAge } from '#core/crypto/age.ts';
import { readPieces } from '#core/files/file-grants.ts';
import { type BlobPorts, blobPath } from './blob-files.ts';

/** The contents of a whole blob. Throws AgeError when it is damaged or the key is not its own. */
export async function* openBlob(
  services: BlobPorts,
  { id, key, bytes }: Pick<BlobRef, 'id' | 'key' | 'bytes'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let rest = bytes;
  for await (const piece of openAge(key, readPieces(blobPath(services, id)))) {
    yield piece.subarray(0, rest);
    rest -= Math.min(rest, piece.length);
    if (rest === 0) return;
  }
  throw new AgeError('bundle/truncated');
}

/** The ciphertext of a whole blob, as it travels. */
export const readSealed = (services: BlobPorts, id: string): AsyncIterable<Uint8Array> =>
  readPieces(blobPath(services, id));
