/** @file Making blobs: each file is encrypted once, to a key of its own, before any record names it (docs/adr/0011). */
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobKind, BlobRef, ParcelRef } from '#core/changes/blob-ref.ts';
import { limits } from '#core/changes/limits.ts';
import { generateAgeIdentity, sealAge } from '#core/crypto/age.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { padmeLength } from '#core/exchange/padme.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { type FileError, fileErrorOf } from '#core/files/file-error.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { blobFolder, type BlobPorts, placeBlob } from './blob-files.ts';
import { insertWhole } from './blob-rows.ts';

export type BlobFault = AppError<'blob/size'> | FileError;

/**
 * Encrypts a file as its pieces come and keeps it. The file is durable before its row is written; runs inside the
 * transaction in which a record comes to name it. A file is at most 20 MB, a preview 40 kB, neither is empty.
 */
export async function importBlob(
  services: BlobPorts,
  { store }: Pick<OpenHome, 'store'>,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  kind: Exclude<BlobKind, 'parcel'>,
): Promise<Result<BlobRef, BlobFault>> {
  const { identity, recipient } = await generateAgeIdentity();
  const source = padded(pieces, kind === 'preview' ? limits.previewBytes : limits.attachmentBytes);
  const kept = await keep(services, sealAge([recipient], source.pieces()));
  if (!kept.ok) return kept;
  insertWhole(store.raw, kept.value.id, kept.value.total, kind);
  return ok({ ...kept.value, key: identity, bytes: source.bytes() });
}

/** Keeps a sealed file, such as a parcel, whose key is elsewhere. Inside a transaction, as `importBlob`. */
export async function putSealed(
  services: BlobPorts,
  { store }: Pick<OpenHome, 'store'>,
  ciphertext: AsyncIterable<Uint8Array>,
): Promise<Result<ParcelRef, BlobFault>> {
  const kept = await keep(services, ciphertext);
  if (kept.ok) insertWhole(store.raw, kept.value.id, kept.value.total, 'parcel');
  return kept;
}

/** The name is the hash of what was written, so the file gets it last. */
async function keep(services: BlobPorts, ciphertext: AsyncIterable<Uint8Array>): Promise<Result<ParcelRef, BlobFault>> {
  const folder = blobFolder(services);
  const fresh = join(folder, `${toHex(randomBytes(6))}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    const written = await writeFileAtomically(fresh, atMost(ciphertext, limits.blobBytes));
    if (!written.ok) return written;
    const id = toHex(written.value.sha256);
    await placeBlob(services, fresh, id);
    return ok({ id, total: written.value.bytes });
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    return error instanceof WrongSize ? err(refusal('blob/size', {})) : err(fileErrorOf(error));
  }
}

/** Thrown because it is found in the middle of a stream. */
class WrongSize extends Error {}

async function* atMost(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array, number, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new WrongSize();
    yield piece;
  }
  return bytes;
}

/** Zero bytes follow the contents, so that the size of the blob tells little of the file; readers stop before them. */
function padded(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most: number) {
  let bytes = 0;
  return {
    bytes: () => bytes,
    pieces: async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      bytes = yield* atMost(pieces, most);
      if (bytes === 0) throw new WrongSize();
      yield new Uint8Array(padmeLength(bytes, smallestBytes) - bytes);
    },
  };
}

const smallestBytes = 4096;
