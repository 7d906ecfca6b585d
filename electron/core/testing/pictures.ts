/** @file Small pictures as a browser makes them (12 by 8, two colours), and the same with what a phone writes into them. */
import { crc32 } from 'node:zlib';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';

const base64 = {
  jpeg: [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA',
    'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
    'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP',
    'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/',
    '2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi',
    '9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEA',
    'AAAAAAAAAAAAAAAAAAUG/8QAHhAAAQMEAwAAAAAAAAAAAAAAAAIEEQESEzFiobH/xAAVAQEBAAAAAAAAAAAAAAAAAAACBf/EABwRAAICAgMAAA',
    'AAAAAAAAAAAAECAxEABAVRwf/aAAwDAQACEQMRAD8Ay7xVrZdYnXpNz8ewBamzLEhVDQvKPKKDML69Of/Z',
  ].join(''),
  png: [
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAALklEQVR4AcTQsQ0AAAgCwdeZ3H8Cd9IBpLGC5EoSQjaMAj1K8oy1UAGXdZK+bw',
    'EAAP//7J9C2wAAAAZJREFUAwCsdRbT4KdR0QAAAABJRU5ErkJggg==',
  ].join(''),
  webp: [
    'UklGRlwCAABXRUJQVlA4WAoAAAAwAAAACwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA',
    'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
    'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP',
    'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZB',
    'TFBIGQAAAAEPMP8REUIhG0nQGizS+lN9dxAR/Q/zCx8AVlA4IEwAAAAQAgCdASoMAAgAAsBMJbACdDVAAUqVIejgAP7w3/JI0Tj0JDKy/un0Fw',
    '/gGY7+Yl+gKL/Jv4YkOR//NF6mD7+ESHv/j234+/gQAAAA',
  ].join(''),
} as const;

export type PictureKind = keyof typeof base64;
export const pictureKinds = Object.keys(base64) as PictureKind[];

export const picture = (kind: PictureKind): Uint8Array => new Uint8Array(Buffer.from(base64[kind], 'base64'));

/** Stands in every place where a phone writes something about a picture. */
export const canary = 'CANARY-33.3128N-44.3615E';

/** The picture with place, camera, notes and, behind its end, a film; `orientation` as EXIF counts it. */
export function tellingPicture(kind: PictureKind, orientation = 6): Uint8Array {
  const plain = picture(kind);
  if (kind === 'jpeg') return tellingJpeg(plain, exifBlock(orientation));
  if (kind === 'png') return tellingPng(plain, exifBlock(orientation));
  return tellingWebp(plain, exifBlock(orientation));
}

/** TIFF, little-endian: orientation, and a GPS directory whose latitude is text. */
export function exifBlock(orientation: number): Uint8Array {
  const text = utf8(`${canary}\0`);
  const block = new Uint8Array(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + text.length);
  const view = new DataView(block.buffer);
  block.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0]);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  };
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8825, 4, 1, 38);
  view.setUint16(38, 1, true);
  entry(40, 2, 2, text.length, 56);
  block.set(text, 56);
  return block;
}

export function jpegSegment(code: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return concatBytes(Uint8Array.from([0xff, code, length >> 8, length & 255]), data);
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const content = concatBytes(utf8(type), data);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(content));
  const bytes = new Uint8Array(ends.buffer);
  return concatBytes(bytes.subarray(0, 4), content, bytes.subarray(4));
}

export function riffChunk(type: string, data: Uint8Array): Uint8Array {
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, data.length, true);
  return concatBytes(utf8(type), new Uint8Array(length.buffer), data, new Uint8Array(data.length % 2));
}

function tellingJpeg(plain: Uint8Array, exif: Uint8Array): Uint8Array {
  return concatBytes(
    plain.subarray(0, 2),
    jpegSegment(0xe1, concatBytes(utf8('Exif\0\0'), exif)),
    jpegSegment(0xe1, utf8(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${canary}</x:xmpmeta>`)),
    jpegSegment(0xed, utf8(`Photoshop 3.0\0${canary}`)),
    jpegSegment(0xe2, utf8(`MPF\0${canary}`)),
    jpegSegment(0xef, utf8(canary)),
    jpegSegment(0xfe, utf8(canary)),
    plain.subarray(2),
    utf8(`....ftypmp42${canary}`),
  );
}

function tellingPng(plain: Uint8Array, exif: Uint8Array): Uint8Array {
  const afterHeader = 8 + 25;
  return concatBytes(
    plain.subarray(0, afterHeader),
    pngChunk('tEXt', utf8(`Comment\0${canary}`)),
    pngChunk('iTXt', utf8(`XML:com.adobe.xmp\0\0\0\0\0${canary}`)),
    pngChunk('zTXt', utf8(`Author\0\0${canary}`)),
    pngChunk('eXIf', exif),
    pngChunk('tIME', Uint8Array.from([7, 234, 3, 1, 8, 0, 0])),
    pngChunk('prVt', utf8(canary)),
    plain.subarray(afterHeader),
    utf8(canary),
  );
}

/** Its first chunk is VP8X, which says that EXIF and XMP follow. */
function tellingWebp(plain: Uint8Array, exif: Uint8Array): Uint8Array {
  const chunks = Uint8Array.from(plain.subarray(12));
  chunks[8] = (chunks[8] ?? 0) | 0x0c;
  const content = concatBytes(
    utf8('WEBP'),
    chunks,
    riffChunk('EXIF', exif),
    riffChunk('XMP ', utf8(canary)),
    riffChunk('NOTE', utf8(canary)),
  );
  return concatBytes(riffChunk('RIFF', content), utf8(canary));
}
