/**
 * @file Pieces of attachments in clear, for screens. A screen asks for one after another, so the stream that gave a piece
 * waits for the next; nothing is kept in memory but one chunk, and nothing reaches the disk.
 */
import { openBlob } from '#core/blobs/open-blob.ts';
import type { BlobPorts } from '#core/blobs/blob-files.ts';
import type { BlobRef } from '#core/changes/blob-ref.ts';
import { concatBytes } from '#core/crypto/bytes.ts';

export const pieceBytes = 512 * 1024;
/** Open at the same time; the one that was asked least recently is closed. */
const mostOpen = 4;

export type PieceReader = {
  /** At most 512 KiB from `offset`; empty at the end. Throws AgeError or an error of the file system when it is damaged. */
  read(blob: BlobRef, offset: number): Promise<Uint8Array>;
};

type OpenStream = { readonly pieces: AsyncGenerator<Uint8Array>; rest: Uint8Array; at: number };

export function createPieceReader(services: BlobPorts): PieceReader {
  const open = new Map<string, OpenStream>();

  const close = async (id: string): Promise<void> => {
    const stream = open.get(id);
    open.delete(id);
    await stream?.pieces.return(undefined);
  };

  const streamAt = async (blob: BlobRef, offset: number): Promise<OpenStream> => {
    const found = open.get(blob.id);
    if (found?.at === offset) {
      open.delete(blob.id);
      return found;
    }
    await close(blob.id);
    const stream: OpenStream = { pieces: openBlob(services, blob), rest: new Uint8Array(0), at: 0 };
    while (stream.at < offset && (await take(stream, offset - stream.at)).length > 0);
    return stream;
  };

  return {
    read: async (blob, offset) => {
      const stream = await streamAt(blob, offset);
      const piece = await take(stream, pieceBytes);
      if (stream.at >= blob.bytes) {
        await stream.pieces.return(undefined);
        return piece;
      }
      open.set(blob.id, stream);
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) await close(oldest);
      return piece;
    },
  };
}

/** The next bytes of a stream, at most `most`; fewer only at its end. */
async function take(stream: OpenStream, most: number): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < most) {
    if (stream.rest.length === 0) {
      const next = await stream.pieces.next();
      if (next.done) break;
      stream.rest = next.value;
    }
    const piece = stream.rest.subarray(0, most - bytes);
    stream.rest = stream.rest.subarray(piece.length);
    taken.push(piece);
    bytes += piece.length;
  }
  stream.at += bytes;
  return concatBytes(...taken);
}
