/** @file WebP (RFC 9649): a RIFF file whose chunks are kept by name; the size in its header is written anew. */
import { concatBytes, fromUtf8, utf8 } from '#core/crypto/bytes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CleanPicture } from './clean-picture.ts';
import { orientationBlock, orientationOf } from './exif.ts';

type Chunk = { readonly type: string; readonly data: Uint8Array; readonly whole: Uint8Array };

const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);
const needed: ReadonlySet<string> = new Set([...pictures, 'VP8X', 'ALPH', 'ANIM', 'ICCP']);
const inFrame: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Bits of the first byte of VP8X. */
const flag = { exif: 0x08, xmp: 0x04 } as const;
const frameHeaderBytes = 16;

export function cleanWebp(bytes: Uint8Array): CleanPicture {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  if (size < 4 || size + 8 > bytes.length) return err('malformed');
  const chunks = chunksOf(bytes.subarray(12, 8 + size));
  const first = chunks.ok ? chunks.value[0] : undefined;
  if (!chunks.ok || !first || !['VP8X', 'VP8 ', 'VP8L'].includes(first.type)) return err('malformed');
  const canvas = canvasOf(first);
  if (canvas === null || !chunks.value.some(({ type }) => pictures.has(type))) return err('malformed');
  const exif = chunks.value.find(({ type }) => type === 'EXIF');
  const orientation = exif && first.type === 'VP8X' ? orientationOf(withoutPrefix(exif.data)) : 1;
  const kept: Uint8Array[] = [];
  for (const one of chunks.value.filter(({ type }) => needed.has(type))) {
    const clean = cleanChunk(one, orientation);
    if (clean === null) return err('malformed');
    kept.push(clean);
  }
  if (orientation !== 1) kept.push(chunk('EXIF', orientationBlock(orientation)));
  const header = new Uint8Array(12);
  header.set(utf8('RIFF'), 0);
  header.set(utf8('WEBP'), 8);
  new DataView(header.buffer).setUint32(4, 4 + kept.reduce((sum, { length }) => sum + length, 0), true);
  return ok({ pieces: [header, ...kept], ...canvas });
}

function cleanChunk({ type, data, whole }: Chunk, orientation: number): Uint8Array | null {
  if (type === 'VP8X') {
    const flags = Uint8Array.from(data);
    flags[0] = ((flags[0] ?? 0) & ~(flag.exif | flag.xmp)) | (orientation === 1 ? 0 : flag.exif);
    return chunk(type, flags);
  }
  if (type !== 'ANMF') return whole;
  const frame = data.length < frameHeaderBytes ? null : chunksOf(data.subarray(frameHeaderBytes));
  if (!frame?.ok) return null;
  const inner = frame.value.filter((one) => inFrame.has(one.type)).map((one) => one.whole);
  return chunk(type, concatBytes(data.subarray(0, frameHeaderBytes), ...inner));
}

function chunksOf(bytes: Uint8Array): Result<readonly Chunk[], 'malformed'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return err('malformed');
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) return err('malformed');
    const type = fromUtf8(bytes.subarray(at, at + 4)) ?? '';
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, end) });
    at = end;
  }
  return ok(chunks);
}

/** Width and height in pixels, from whichever chunk stands first. */
function canvasOf({ type, data }: Chunk): { readonly width: number; readonly height: number } | null {
  const byte = (i: number): number => data[i] ?? 0;
  if (data.length < 10) return null;
  if (type === 'VP8X') {
    const three = (i: number): number => byte(i) + byte(i + 1) * 256 + byte(i + 2) * 65_536 + 1;
    return { width: three(4), height: three(7) };
  }
  if (type === 'VP8L') {
    const bits = byte(1) + byte(2) * 256 + byte(3) * 65_536 + byte(4) * 16_777_216;
    return byte(0) === 0x2f ? { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 16_384) & 0x3fff) + 1 } : null;
  }
  const fourteen = (i: number): number => (byte(i) + byte(i + 1) * 256) & 0x3fff;
  return { width: fourteen(6), height: fourteen(8) };
}

/** Some programs put the prefix of JPEG before the EXIF block. */
const withoutPrefix = (data: Uint8Array): Uint8Array =>
  fromUtf8(data.subarray(0, 6)) === 'Exif\0\0' ? data.subarray(6) : data;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + data.length + (data.length % 2));
  whole.set(utf8(type), 0);
  new DataView(whole.buffer).setUint32(4, data.length, true);
  whole.set(data, 8);
  return whole;
}
