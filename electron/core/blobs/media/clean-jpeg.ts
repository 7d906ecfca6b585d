/**
 * @file JPEG (ITU-T T.81): segments up to each scan, entropy-coded data, and nothing after the end. Phones hide second
 * pictures, films and notes behind it.
 */
import { utf8 } from '#core/crypto/bytes.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { CleanPicture } from './clean-picture.ts';
import { orientationBlock, orientationOf } from './exif.ts';

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee } as const;

export function cleanJpeg(bytes: Uint8Array): CleanPicture {
  const kept: Uint8Array[] = [];
  let [width, height, orientation] = [0, 0, 1];
  let scans = 0;
  for (let at = 2; ; ) {
    const code = bytes[at + 1];
    if (bytes[at] !== 0xff || code === undefined) return err('malformed');
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === marker.eoi) break;
    const end = segmentEnd(bytes, at);
    if (end === null || isStandalone(code)) return err('malformed');
    const data = bytes.subarray(at + 4, end);
    if (isFrame(code)) {
      if (data.length < 6) return err('malformed');
      height = (data[1] ?? 0) * 256 + (data[2] ?? 0);
      width = (data[3] ?? 0) * 256 + (data[4] ?? 0);
    }
    if (code === marker.app1 && startsWith(data, 'Exif\0\0') && orientation === 1)
      orientation = orientationOf(data.subarray(6));
    const stays = keptSegment(bytes.subarray(at, end), code, data);
    if (stays !== null) kept.push(stays);
    at = end;
    if (code !== marker.sos) continue;
    if (width === 0) return err('malformed');
    const next = scanEnd(bytes, at);
    if (next === null) return err('malformed');
    kept.push(bytes.subarray(at, next));
    at = next;
    scans++;
  }
  if (scans === 0) return err('malformed');
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  // JFIF asks to stand first.
  const [first] = kept;
  const head = first?.[1] === marker.app0 ? 1 : 0;
  const pieces = [bytes.subarray(0, 2), ...kept.slice(0, head), ...turned, ...kept.slice(head), endOfImage];
  return ok({ pieces, width, height });
}

const endOfImage = Uint8Array.from([0xff, marker.eoi]);

function segmentEnd(bytes: Uint8Array, at: number): number | null {
  const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  const end = at + 2 + length;
  return length >= 2 && end <= bytes.length ? end : null;
}

/** Frame headers: C0 to CF but for tables (C4, CC) and the reserved C8. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

const isStandalone = (code: number): boolean => code <= 0x01 || (code >= 0xd0 && code <= marker.soi);

/** Tables, frames and scans; of the segments of applications those that colours depend on. Null: dropped. */
function keptSegment(segment: Uint8Array, code: number, data: Uint8Array): Uint8Array | null {
  if (code === marker.app0) return startsWith(data, 'JFIF\0') && data.length >= 14 ? withoutThumbnail(data) : null;
  if (code === marker.app2) return startsWith(data, 'ICC_PROFILE\0') ? segment : null;
  if (code === marker.app14) return startsWith(data, 'Adobe') && data.length === 12 ? segment : null;
  return isFrame(code) || tables.has(code) ? segment : null;
}

/** Huffman, arithmetic, scan, quantisation, lines, restart. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, marker.sos, 0xdb, 0xdc, 0xdd]);

const withoutThumbnail = (data: Uint8Array): Uint8Array =>
  Uint8Array.from([0xff, marker.app0, 0, 16, ...data.subarray(0, 12), 0, 0]);

function orientationSegment(orientation: number): Uint8Array {
  const data = [...utf8('Exif\0\0'), ...orientationBlock(orientation)];
  return Uint8Array.from([0xff, marker.app1, 0, data.length + 2, ...data]);
}

/** Where the entropy-coded data ends: at a marker that is neither a stuffed zero nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

function startsWith(data: Uint8Array, text: string): boolean {
  return [...utf8(text)].every((byte, i) => data[i] === byte);
}
