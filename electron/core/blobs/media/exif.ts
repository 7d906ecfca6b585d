/** @file Of EXIF one thing is kept: which way up a picture is. */
import { concatBytes } from '#core/crypto/bytes.ts';

const orientationTag = 0x0112;
const shortType = 3;
const entryBytes = 12;

/** Orientation 1 to 8 as the TIFF structure of an EXIF block says; 1, upright, where it says nothing that can be read. */
export function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const first = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || first + 2 > tiff.length) return 1;
  const count = view.getUint16(first, little);
  for (let i = 0, at = first + 2; i < count && at + entryBytes <= tiff.length; i++, at += entryBytes) {
    if (view.getUint16(at, little) !== orientationTag) continue;
    const value = view.getUint16(at + 8, little);
    return view.getUint16(at + 2, little) === shortType && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF structure that says the orientation and nothing else. */
export function orientationBlock(orientation: number): Uint8Array {
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0];
  return concatBytes(Uint8Array.from(header), Uint8Array.from([0, 1, ...entry, 0, 0, 0, 0]));
}
