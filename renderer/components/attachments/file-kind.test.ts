import { describe, expect, it } from 'vitest';
import { fileKindOf } from './file-kind.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));

const png = (width: readonly number[], height: readonly number[]): Uint8Array =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', width, height);

const jpeg = (...segments: (readonly number[])[]): Uint8Array => bytes([0xff, 0xd8], segments.flat());
const frame = [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3, 0, 0];
const webp = (form: string, rest: readonly number[]): Uint8Array =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', form, [0, 0, 0, 0], rest, new Array(20).fill(0));

describe('the kind of a file', () => {
  it('is told by its first bytes, whatever its name', () => {
    expect(fileKindOf(bytes('%PDF-1.7'))).toEqual({ kind: 'pdf' });
    expect(fileKindOf(bytes([0, 0, 0, 24], 'ftypheic'))).toEqual({ kind: 'heic' });
    expect(fileKindOf(bytes([0, 0, 0, 24], 'ftypmp42'))).toEqual({ kind: 'other' });
    expect(fileKindOf(bytes('<svg>'))).toEqual({ kind: 'other' });
    expect(fileKindOf(bytes())).toEqual({ kind: 'other' });
  });

  it('holds the size of a PNG, also of one that is a bomb', () => {
    expect(fileKindOf(png([0, 1, 0, 0], [0, 0, 0, 5]))).toEqual({ kind: 'picture', width: 65_536, height: 5 });
    expect(fileKindOf(png([0xff, 0xff, 0xff, 0xff], [0, 0, 0, 5]))).toMatchObject({ width: 4_294_967_295 });
    expect(fileKindOf(png([0, 0, 0, 0], [0, 0, 0, 5]))).toEqual({ kind: 'other' });
  });

  it('holds the size of a JPEG behind what a camera tells', () => {
    const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
    const table = [0xff, 0xc4, 0, 4, 9, 9];
    expect(fileKindOf(jpeg(exif, table, [0xff], frame))).toEqual({ kind: 'picture', width: 772, height: 258 });
  });

  it('is not told where a JPEG is broken or ends before its size', () => {
    expect(fileKindOf(jpeg([0xff, 0xe1, 0xff, 0xff, 0]))).toEqual({ kind: 'other' });
    expect(fileKindOf(jpeg([0xff, 0xe1, 0, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0]))).toEqual({ kind: 'other' });
  });

  it('holds the size of each form of WebP', () => {
    const extended = webp('VP8X', [0, 0, 0, 0, 0x0f, 0, 0, 0x07, 1, 0]);
    expect(fileKindOf(extended)).toEqual({ kind: 'picture', width: 16, height: 264 });
    const lossless = webp('VP8L', [0x2f, 0x0f, 0xc0, 0x01, 0]);
    expect(fileKindOf(lossless)).toEqual({ kind: 'picture', width: 16, height: 8 });
    const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x10, 0, 0x08, 0]);
    expect(fileKindOf(lossy)).toEqual({ kind: 'picture', width: 16, height: 8 });
    expect(fileKindOf(webp('JUNK', []))).toEqual({ kind: 'other' });
  });
});
