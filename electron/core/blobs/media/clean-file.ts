/**
 * @file What a file really is, and what of it is kept. Names and their endings say nothing. Pictures lose what tells of
 * place, time, camera and editing, whatever the way they came; their pixels, colours and orientation stay.
 */
import { fromUtf8 } from '#core/crypto/bytes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';

export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AcceptedType = (typeof acceptedTypes)[number];

/** `pieces`, one after another, are the file as it is kept; parts of the bytes given, not copies. */
export type CleanFile = { readonly type: AcceptedType; readonly pieces: readonly Uint8Array[] };

/** Time and memory are bounded by the size of the file, whatever is in it. */
export function cleanFile(bytes: Uint8Array): Result<CleanFile, { readonly code: 'blob/type' | 'blob/size' }> {
  const type = typeOf(bytes);
  if (type === null) return err({ code: 'blob/type' });
  if (type === 'application/pdf') return ok({ type, pieces: [bytes] });
  const picture = cleaners[type](bytes);
  if (!picture.ok) return err({ code: 'blob/type' });
  const { pieces, width, height } = picture.value;
  return width * height > mostPixels ? err({ code: 'blob/size' }) : ok({ type, pieces });
}

/** Larger than any camera or scanner here makes. */
const mostPixels = 120_000_000;

const cleaners = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp } as const;

function typeOf(bytes: Uint8Array): AcceptedType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const text = (off: number, length: number): string => fromUtf8(bytes.subarray(off, off + length)) ?? '';
  if (bytes[0] === 0x89 && text(1, 7) === 'PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'image/webp';
  return text(0, 5) === '%PDF-' ? 'application/pdf' : null;
}
