import { closeSync, openSync, readSync } from 'node:fs';
import { sha256Stream } from '#core/crypto/hash.ts';

const pieceBytes = 64 * 1024;

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

/** SHA-256 of part of a file, through one buffer: large files leave nothing behind to be collected. */
export function hashOfRange(path: string, off: number, len: number): Uint8Array {
  const hash = sha256Stream();
  const buffer = new Uint8Array(Math.min(4 * pieceBytes, len));
  const handle = openSync(path, 'r');
  try {
    for (let done = 0; done < len; ) {
      const read = readSync(handle, buffer, 0, Math.min(buffer.length, len - done), off + done);
      if (read === 0) break;
      hash.update(buffer.subarray(0, read));
      done += read;
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest();
}
