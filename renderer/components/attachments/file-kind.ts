/**
 * @file What a file is and how large its picture would be, from its first bytes, before anything decodes it. Core looks
 * again at what reaches it; here it is about what a decoder is asked to take on.
 */

export type FileKind =
  | { readonly kind: 'picture'; readonly width: number; readonly height: number }
  | { readonly kind: 'pdf' }
  /** Photos as some phones keep them, which Chromium does not read. */
  | { readonly kind: 'heic' }
  | { readonly kind: 'other' };

/** Sizes of JPEG may stand behind a long block of what a camera tells. */
export const headBytes = 512 * 1024;

/** `head` is the beginning of the file, at most `headBytes` of it. A picture whose size cannot be found is `other`. */
export function fileKindOf(head: Uint8Array): FileKind {
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'pdf' };
  if (isHeic(head)) return { kind: 'heic' };
  const size = pngSize(head) ?? jpegSize(head) ?? webpSize(head);
  return size === null || size.width === 0 || size.height === 0 ? { kind: 'other' } : { kind: 'picture', ...size };
}

type Size = { readonly width: number; readonly height: number };

const startsWith = (bytes: Uint8Array, what: readonly number[], at = 0): boolean =>
  what.every((byte, index) => bytes[at + index] === byte);

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

const isHeic = (head: Uint8Array): boolean => textAt(head, 4, 4) === 'ftyp' && heicBrands.includes(textAt(head, 8, 4));

function pngSize(head: Uint8Array): Size | null {
  if (!startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || head.length < 24) return null;
  const view = viewOf(head);
  return textAt(head, 12, 4) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
}

/** Goes from segment to segment to the one that begins the picture (ITU T.81, B.1.1.3). */
function jpegSize(head: Uint8Array): Size | null {
  if (!startsWith(head, [0xff, 0xd8, 0xff])) return null;
  const view = viewOf(head);
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Start of a frame: C0 to CF without the tables C4 and CC and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The three forms of WebP: extended, lossless, lossy (RFC 9649, 2.5 to 2.7). */
function webpSize(head: Uint8Array): Size | null {
  if (textAt(head, 0, 4) !== 'RIFF' || textAt(head, 8, 4) !== 'WEBP' || head.length < 30) return null;
  const view = viewOf(head);
  const three = (at: number): number => view.getUint16(at, true) + ((head[at + 2] ?? 0) << 16);
  switch (textAt(head, 12, 4)) {
    case 'VP8X':
      return { width: 1 + three(24), height: 1 + three(27) };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}
