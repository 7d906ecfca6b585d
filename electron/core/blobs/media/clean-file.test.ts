import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import {
  canary,
  exifBlock,
  jpegSegment,
  type PictureKind,
  picture,
  pictureKinds,
  pngChunk,
  riffChunk,
  tellingPicture,
} from '#core/testing/pictures.ts';
import { cleanFile } from './clean-file.ts';
import { orientationOf } from './exif.ts';

function cleaned(bytes: Uint8Array): Uint8Array {
  const clean = cleanFile(bytes);
  if (!clean.ok) throw new Error(clean.error.code);
  return concatBytes(...clean.value.pieces);
}

const codeOf = (bytes: Uint8Array): string => {
  const clean = cleanFile(bytes);
  return clean.ok ? 'ok' : clean.error.code;
};

const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

/** The orientation that a viewer finds: the first TIFF block. */
function orientationIn(bytes: Uint8Array): number {
  const at = Math.max(Buffer.from(bytes).indexOf('MM\0*'), Buffer.from(bytes).indexOf('II*\0'));
  return at < 0 ? 1 : orientationOf(bytes.subarray(at));
}

describe.each(pictureKinds)('a %s picture', (kind) => {
  it('is told by its contents', () => {
    expect(cleanFile(picture(kind))).toMatchObject({ ok: true, value: { type: `image/${kind}` } });
  });

  it('stays as it is when it tells nothing', () => {
    expect(cleaned(picture(kind))).toEqual(picture(kind));
  });

  it('loses place, camera, notes and what hides behind its end', () => {
    expect(has(tellingPicture(kind), canary)).toBe(true);
    expect(has(cleaned(tellingPicture(kind, 1)), canary)).toBe(false);
    expect(cleaned(tellingPicture(kind, 1))).toEqual(picture(kind));
  });

  it('stays the right way up', () => {
    for (const orientation of [2, 3, 6, 8]) {
      const clean = cleaned(tellingPicture(kind, orientation));
      expect(has(clean, canary)).toBe(false);
      expect(orientationIn(clean)).toBe(orientation);
      expect(cleaned(clean)).toEqual(clean);
      expect(clean.length).toBeLessThan(picture(kind).length + 60);
    }
  });

  it('is refused when it was cut', () => {
    const bytes = picture(kind);
    for (let length = 12; length < bytes.length; length += 7)
      expect(codeOf(bytes.subarray(0, length))).toBe('blob/type');
  });

  it('never stops the program, and never keeps what it should drop', () => {
    const telling = tellingPicture(kind);
    const damage = fc.array(fc.tuple(fc.nat(telling.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(telling.length), (changes, length) => {
        const bytes = Uint8Array.from(telling).subarray(0, length < 20 ? telling.length : length);
        for (const [at, value] of changes) if (at > 12 && at < bytes.length) bytes[at] = value;
        expect(['ok', 'blob/type', 'blob/size']).toContain(codeOf(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('kinds of files', () => {
  it('takes PDF as it is', () => {
    expect(cleanFile(utf8('%PDF-1.7\n…'))).toMatchObject({ ok: true, value: { type: 'application/pdf' } });
  });

  it.each([
    ['a program', utf8('MZ\x90\0\x03')],
    ['a program that is called a picture inside', utf8('MZ%PDF-1.4')],
    ['HEIC', utf8('\0\0\0\x18ftypheic')],
    ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['GIF', utf8('GIF89a')],
    ['nothing', new Uint8Array(0)],
    ['one byte', Uint8Array.from([0xff])],
    ['a program of ELF', readFileSync(process.execPath).subarray(0, 4096)],
  ])('refuses %s', (_name, bytes) => {
    expect(codeOf(bytes)).toBe('blob/type');
  });
});

describe('JPEG', () => {
  const jpeg = picture('jpeg');
  const behindStart = (...segments: Uint8Array[]) => concatBytes(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

  it('drops thumbnails, which may show what was cut away', () => {
    const thumbnail = utf8(canary);
    const jfif = concatBytes(utf8('JFIF\0'), Uint8Array.from([1, 2, 0, 0, 1, 0, 1, 4, 2]), thumbnail);
    const clean = cleaned(concatBytes(jpeg.subarray(0, 2), jpegSegment(0xe0, jfif), jpeg.subarray(20)));
    expect(has(clean, canary)).toBe(false);
    expect(has(clean, 'JFIF')).toBe(true);
  });

  it('keeps what colours depend on', () => {
    const adobe = concatBytes(utf8('Adobe'), Uint8Array.from([0, 100, 0, 0, 0, 0, 1]));
    expect(has(cleaned(behindStart(jpegSegment(0xee, adobe))), 'Adobe')).toBe(true);
    expect(has(cleaned(jpeg), 'ICC_PROFILE')).toBe(true);
  });

  it('takes several scans, fill bytes and restart markers', () => {
    const scan = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]));
    const data = concatBytes(jpeg.subarray(scan, -2), Uint8Array.from([0xff, 0xd3, 1, 0xff, 0]));
    expect(
      codeOf(concatBytes(jpeg.subarray(0, scan), data, Uint8Array.from([0xff]), data, Uint8Array.from([0xff, 0xd9]))),
    ).toBe('ok');
  });

  it('says that a picture is too large to be looked at', () => {
    const frame = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xc0]));
    const large = Uint8Array.from(jpeg);
    large.set([0xff, 0xff, 0xff, 0xff], frame + 5);
    expect(codeOf(large)).toBe('blob/size');
  });

  it('ends in time that grows with the size alone', () => {
    const many = behindStart(...Array.from({ length: 200 }, () => jpegSegment(0xfe, new Uint8Array(60_000))));
    const stuffed = concatBytes(jpeg.subarray(0, -2), new Uint8Array(8_000_000).fill(0xff), jpeg.subarray(-2));
    const start = performance.now();
    expect(codeOf(many)).toBe('ok');
    expect(codeOf(stuffed)).toBe('ok');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('PNG and WebP', () => {
  it('refuses chunks that cannot be left out and are not known', () => {
    const png = picture('png');
    expect(codeOf(concatBytes(png.subarray(0, 33), pngChunk('NEWC', new Uint8Array(3)), png.subarray(33)))).toBe(
      'blob/type',
    );
    expect(codeOf(concatBytes(png.subarray(0, 33), pngChunk('nEwC', new Uint8Array(3)), png.subarray(33)))).toBe('ok');
  });

  it('looks into the frames of an animation', () => {
    const webp = picture('webp');
    const at = Buffer.from(webp).indexOf('VP8 ');
    const frame = riffChunk(
      'ANMF',
      concatBytes(new Uint8Array(16), webp.subarray(at), riffChunk('NOTE', utf8(canary))),
    );
    const animated = riffChunk('RIFF', concatBytes(utf8('WEBP'), webp.subarray(12, 30), frame));
    const clean = cleaned(animated);
    expect(has(clean, canary)).toBe(false);
    expect(has(clean, 'VP8 ')).toBe(true);
  });
});

it('reads an orientation in either byte order, and nothing else', () => {
  expect(orientationOf(exifBlock(8))).toBe(8);
  expect(orientationOf(exifBlock(9))).toBe(1);
  expect(orientationOf(new Uint8Array(4))).toBe(1);
  expect(orientationOf(exifBlock(3).subarray(0, 12))).toBe(1);
  const kinds: PictureKind[] = pictureKinds;
  expect(kinds).toHaveLength(3);
});
