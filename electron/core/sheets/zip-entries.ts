/**
 * @file The parts of a ZIP file, for what spreadsheet programs write. Sizes are checked by what really comes out, never
 * by what the file says of itself: nothing is held that was not counted.
 */
import { createInflateRaw } from 'node:zlib';
import { refusal } from '#shared/errors/codes.ts';
import { SheetRefused, sheetLimits } from './sheet.ts';

export type ZipFile = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part unpacked, in pieces. Throws SheetRefused. All parts of one file share the limit of bytes. */
  read(name: string): AsyncGenerator<Uint8Array>;
};

type Entry = { readonly method: number; readonly at: number; readonly packed: number };

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

/** Throws SheetRefused where it is no whole, plain ZIP file of one disk. */
export function openZip(bytes: Buffer): ZipFile {
  const entries = guarded(() => readDirectory(bytes));
  const left = { bytes: sheetLimits.unpackedBytes };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw damaged();
      return unpack(
        guarded(() => packedBytes(bytes, entry)),
        entry.method,
        left,
      );
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // 0xffff marks the large format, which no sheet within our limits needs.
  if (count > sheetLimits.zipEntries || bytes.readUInt16LE(end + 4) !== 0) throw damaged();
  const entries = new Map<string, Entry>();
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== directorySignature) throw damaged();
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if ((flags & 1) === 1) throw new SheetRefused(refusal('sheet/password', {}));
    // Two parts of one name: programs would differ on which they read.
    if (entries.has(name)) throw damaged();
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end of the directory, behind which a comment may stand. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw damaged();
}

function packedBytes(bytes: Buffer, { at, packed }: Entry): Buffer {
  if (bytes.readUInt32LE(at) !== localSignature) throw damaged();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw damaged();
  return bytes.subarray(start, start + packed);
}

async function* unpack(packed: Buffer, method: number, left: { bytes: number }): AsyncGenerator<Uint8Array> {
  if (method !== stored && method !== deflated) throw damaged();
  const pieces = method === stored ? [packed] : inflated(packed);
  try {
    for await (const piece of pieces) {
      left.bytes -= piece.length;
      if (left.bytes < 0) {
        throw new SheetRefused(refusal('sheet/unpacks-too-large', { maxBytes: sheetLimits.unpackedBytes }));
      }
      yield piece;
    }
  } catch (error) {
    throw error instanceof SheetRefused ? error : damaged();
  }
}

/** Small pieces, so that a bomb is met long before it fills the memory. */
function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw({ chunkSize: 128 * 1024 });
  stream.end(packed);
  return stream;
}

/** A reach beyond the end of the bytes is a damaged file, not a bug of ours. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

const damaged = (): SheetRefused => new SheetRefused(refusal('sheet/damaged', {}));
