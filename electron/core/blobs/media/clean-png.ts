/** @file PNG (ISO/IEC 15948): the chunks that pixels, colours and animation need, and nothing else. */
import { crc32 } from 'node:zlib';
import { concatBytes, fromUtf8, utf8 } from '#core/crypto/bytes.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { CleanPicture } from './clean-picture.ts';
import { orientationBlock, orientationOf } from './exif.ts';

const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
const needed: ReadonlySet<string> = new Set([
  ...critical,
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

export function cleanPng(bytes: Uint8Array): CleanPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let pixels = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return err('malformed');
    const length = view.getUint32(at);
    const type = fromUtf8(bytes.subarray(at + 4, at + 8)) ?? '';
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return err('malformed');
    if ((kept.length === 0) !== (type === 'IHDR' && length === 13)) return err('malformed');
    // A chunk that cannot be left out and that we do not know.
    if (/^[A-Z]/.test(type) && !critical.has(type)) return err('malformed');
    if (type === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, end - 4));
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    pixels ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') break;
  }
  const [header, ...rest] = kept;
  if (!header || !pixels) return err('malformed');
  const turned = orientation === 1 ? [] : [chunk('eXIf', orientationBlock(orientation))];
  const pieces = [bytes.subarray(0, 8), header, ...turned, ...rest];
  return ok({ pieces, width: view.getUint32(16), height: view.getUint32(20) });
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = concatBytes(utf8(type), data);
  const whole = new Uint8Array(content.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  return whole;
}
