import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 256 * 1024;

/** Bytes `off` to `off + len` of a file in pieces; ends early where the file does. */
export function* fileRange(path: string, off: number, len: number): Generator<Uint8Array, void, undefined> {
  const handle = openSync(path, 'r');
  try {
    for (let done = 0; done < len; ) {
      const piece = new Uint8Array(Math.min(pieceBytes, len - done));
      const read = readSync(handle, piece, 0, piece.length, off + done);
      if (read === 0) return;
      done += read;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}
