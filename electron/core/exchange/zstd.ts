/**
 * @file One zstd frame per section (docs/bundle-format.md, section 4.4). The library stops after the first frame and
 * does not say what it left, so the frame is walked before it is decompressed: it must be one, end where the section
 * ends, carry a checksum and a small window, and give exactly the length that was signed.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { limits } from '#core/changes/limits.ts';
import { concatBytes } from '#core/crypto/bytes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type ZstdFault = { readonly code: 'section/length' | 'section/bomb' | 'section/form' };

/**
 * Level 9 with content size and checksum. What would shrink more than 200-fold, which a reader takes for a bomb, is
 * stored as it is.
 */
export function compressSection(raw: Uint8Array): Uint8Array {
  if (raw.length > limits.sectionRawBytes) throw new RangeError('a section holds at most 64 MiB');
  const frame = new Uint8Array(
    zstdCompressSync(raw, {
      // Where a frame ends just where the library's piece of memory does, it adds an empty second one: all in one piece.
      chunkSize: raw.length + (raw.length >>> 8) + 1024,
      params: {
        [constants.ZSTD_c_compressionLevel]: 9,
        [constants.ZSTD_c_checksumFlag]: 1,
        [constants.ZSTD_c_contentSizeFlag]: 1,
      },
    }),
  );
  return raw.length > frame.length * limits.compressionRatio ? storedFrame(raw, frame.subarray(-4)) : frame;
}

/**
 * The `rawLength` bytes of a section. Allocates no more than that.
 * `section/bomb`: shrinks more than 200-fold, or wants a window beyond 2^23, or holds more than it says.
 * `section/length`: holds less than it says. `section/form`: not exactly one sound frame with a checksum.
 */
export function decompressSection(frame: Uint8Array, rawLength: number): Result<Uint8Array, ZstdFault> {
  if (rawLength > limits.sectionRawBytes) return err({ code: 'section/bomb' });
  if (rawLength > frame.length * limits.compressionRatio) return err({ code: 'section/bomb' });
  const fault = checkFrame(frame, rawLength);
  if (fault !== null) return err({ code: fault });
  if (rawLength === 0) return decompressNothing(frame);
  try {
    const raw = zstdDecompressSync(frame, { maxOutputLength: rawLength });
    return raw.length === rawLength ? ok(raw) : err({ code: 'section/length' });
  } catch (error) {
    return err({ code: isTooLong(error) ? 'section/bomb' : 'section/form' });
  }
}

/** The library refuses an output limit of 0. */
function decompressNothing(frame: Uint8Array): Result<Uint8Array, ZstdFault> {
  try {
    const raw = zstdDecompressSync(frame, { maxOutputLength: 1 });
    return raw.length === 0 ? ok(raw) : err({ code: 'section/bomb' });
  } catch (error) {
    return err({ code: isTooLong(error) ? 'section/bomb' : 'section/form' });
  }
}

const frameMagic = 0xfd2fb528;
const largestBlock = 128 * 1024;
const contentSizeLengths = [0, 2, 4, 8] as const;
const dictionaryIdLengths = [0, 1, 2, 4] as const;

/** RFC 8878, 3.1.1: header, blocks, checksum; nothing before and nothing after. */
function checkFrame(frame: Uint8Array, rawLength: number): ZstdFault['code'] | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  if (frame.length < 9 || view.getUint32(0, true) !== frameMagic) return 'section/form';
  const descriptor = view.getUint8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  const hasChecksum = (descriptor & 0x04) !== 0;
  const dictionaryIdLength = dictionaryIdLengths[(descriptor & 0x03) as 0 | 1 | 2 | 3];
  if ((descriptor & 0x18) !== 0 || !hasChecksum || dictionaryIdLength !== 0) return 'section/form';
  const sizeFlag = (descriptor >> 6) as 0 | 1 | 2 | 3;
  const sizeLength = sizeFlag === 0 && singleSegment ? 1 : contentSizeLengths[sizeFlag];
  const sizeAt = singleSegment ? 5 : 6;
  if (frame.length < sizeAt + sizeLength) return 'section/form';
  const contentSize = readContentSize(view, sizeAt, sizeLength);
  const window = singleSegment ? BigInt(contentSize ?? 0n) : windowSize(view.getUint8(5));
  if (window > 2n ** BigInt(limits.zstdWindowLog)) return 'section/bomb';
  if (contentSize !== null && contentSize > BigInt(rawLength)) return 'section/bomb';
  if (contentSize !== null && contentSize < BigInt(rawLength)) return 'section/length';
  return endOfBlocks(view, sizeAt + sizeLength) === frame.length - 4 ? null : 'section/form';
}

function readContentSize(view: DataView, at: number, length: 0 | 1 | 2 | 4 | 8): bigint | null {
  if (length === 0) return null;
  if (length === 1) return BigInt(view.getUint8(at));
  if (length === 2) return BigInt(view.getUint16(at, true) + 256);
  return length === 4 ? BigInt(view.getUint32(at, true)) : view.getBigUint64(at, true);
}

function windowSize(descriptor: number): bigint {
  const base = 1n << BigInt(10 + (descriptor >> 3));
  return base + (base / 8n) * BigInt(descriptor & 7);
}

/** Where the last block ends; null when a block is malformed or runs over the end. */
function endOfBlocks(view: DataView, start: number): number | null {
  let at = start;
  for (;;) {
    if (at + 3 > view.byteLength) return null;
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const type = (header >> 1) & 3;
    const size = header >> 3;
    if (type === 3 || size > largestBlock) return null;
    at += 3 + (type === 1 ? 1 : size);
    if ((header & 1) === 1) return at <= view.byteLength ? at : null;
  }
}

/** A frame of raw blocks with a window of 2^23. The checksum is over the content, so it is that of any other frame. */
function storedFrame(raw: Uint8Array, checksum: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(10));
  head.setUint32(0, frameMagic, true);
  head.setUint8(4, 0x84);
  head.setUint8(5, (limits.zstdWindowLog - 10) << 3);
  head.setUint32(6, raw.length, true);
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  for (let at = 0; at < raw.length; at += largestBlock) {
    const block = raw.subarray(at, at + largestBlock);
    const header = (block.length << 3) | (at + largestBlock >= raw.length ? 1 : 0);
    parts.push(Uint8Array.of(header & 0xff, (header >> 8) & 0xff, header >> 16), block);
  }
  return concatBytes(...parts, checksum);
}

function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
