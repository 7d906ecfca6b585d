/**
 * @file Plain POSIX archives (ustar): regular files with short ASCII names, one after another. Enough for a backup, and
 * `tar` opens them anywhere. The reader refuses whatever the writer would not have written.
 */
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';

export type TarEntry = {
  readonly name: string;
  readonly bytes: number;
  /** Gives exactly `bytes` bytes. */
  readonly contents: AsyncIterable<Uint8Array>;
};

/** Thrown by the reader: the archive is not one that the writer writes, or ends too early. */
export class TarFault extends Error {}

const block = 512;
/** Eleven octal digits. */
export const mostTarBytes = 8 ** 11 - 1;
const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** The archive in pieces. Throws when contents are not as long as was said. */
export async function* writeTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { name, bytes, contents } of entries) {
    yield headerOf(name, bytes);
    let left = bytes;
    for await (const piece of contents) {
      left -= piece.length;
      if (left < 0) break;
      yield piece;
    }
    if (left !== 0) throw new Error('a file is not as long as it was');
    yield new Uint8Array(paddingAfter(bytes));
  }
  yield new Uint8Array(2 * block);
}

/** Entries in their order. Each must be read to its end, or is passed over, before the next one is asked for. */
export async function* readTar(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void, undefined> {
  const reader = new Reader(archive[Symbol.asyncIterator]());
  for (;;) {
    const header = await reader.take(block);
    if (header.every((byte) => byte === 0)) break;
    const { name, bytes } = parseHeader(header);
    const contents = reader.next(bytes);
    yield { name, bytes, contents };
    for await (const _ of contents);
    await reader.take(paddingAfter(bytes));
  }
  const rest = await reader.take(block);
  if (!rest.every((byte) => byte === 0) || !(await reader.ended())) throw new TarFault('bytes after the end');
}

const paddingAfter = (bytes: number): number => (block - (bytes % block)) % block;

function headerOf(name: string, bytes: number): Uint8Array {
  if (!safeName.test(name) || name.length > 100) throw new RangeError('a name of at most 100 plain characters');
  if (!Number.isSafeInteger(bytes) || bytes < 0 || bytes > mostTarBytes) throw new RangeError('at most 8 GiB a file');
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  const before = `${name.padEnd(100, '\0')}${octal(0o600, 7)}${octal(0, 7)}${octal(0, 7)}${octal(bytes, 11)}${octal(0, 11)}`;
  const after = `0${'\0'.repeat(100)}ustar\x0000`.padEnd(block - before.length - 8, '\0');
  const blank = utf8(`${before}${' '.repeat(8)}${after}`);
  const sum = blank.reduce((total, byte) => total + byte, 0);
  return concatBytes(utf8(before), utf8(`${octal(sum, 6)} `), utf8(after));
}

/** Reads name and size and writes the header again: nothing else may stand in it. */
function parseHeader(header: Uint8Array): { readonly name: string; readonly bytes: number } {
  const text = Buffer.from(header).toString('latin1');
  const name = text.slice(0, 100).replace(/\0+$/, '');
  const octal = text.slice(124, 135);
  if (!safeName.test(name) || !/^[0-7]{11}$/.test(octal)) throw new TarFault('not a header');
  const bytes = Number.parseInt(octal, 8);
  if (!Buffer.from(headerOf(name, bytes)).equals(header)) throw new TarFault('not a header of ours');
  return { name, bytes };
}

class Reader {
  #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(pieces: AsyncIterator<Uint8Array>) {
    this.#pieces = pieces;
  }

  async take(bytes: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for await (const part of this.next(bytes)) parts.push(part);
    return concatBytes(...parts);
  }

  /** The next bytes as they come. Read a second time, it goes on where the first reading stopped. */
  next(bytes: number): AsyncIterable<Uint8Array> {
    let left = bytes;
    const reader = this;
    return {
      async *[Symbol.asyncIterator]() {
        while (left > 0) {
          if (await reader.ended()) throw new TarFault('cut');
          const piece = reader.#rest.subarray(0, left);
          reader.#rest = reader.#rest.subarray(piece.length);
          left -= piece.length;
          yield piece;
        }
      },
    };
  }

  async ended(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) return true;
      this.#rest = next.value;
    }
    return false;
  }
}
