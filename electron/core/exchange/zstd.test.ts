import { spawnSync } from 'node:child_process';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { compressSection, decompressSection } from './zstd.ts';

const text = utf8('محضر الاجتماع '.repeat(3000) + Buffer.from(randomBytes(4000)).toString('hex'));
const codeOf = (frame: Uint8Array, rawLength = text.length) => {
  const raw = decompressSection(frame, rawLength);
  return raw.ok ? 'ok' : raw.error.code;
};
const cli = (args: readonly string[], input: Uint8Array) =>
  new Uint8Array(spawnSync('zstd', ['-q', '-c', ...args], { input, maxBuffer: 1 << 28 }).stdout);
const changed = (frame: Uint8Array, at: number, value: number) => {
  const copy = frame.slice();
  copy[at < 0 ? copy.length + at : at] = value;
  return copy;
};

describe('sections as zstd frames', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (raw) => {
        const back = decompressSection(compressSection(raw), raw.length);
        expect(back.ok && Buffer.compare(back.value, raw)).toBe(0);
      }),
    );
  });

  it('are one frame also where it fills a piece of memory', () => {
    // 16 KiB, the library's piece, less what a frame puts around bytes that do not shrink.
    for (const pieces of [1, 2, 4]) {
      for (let around = 0; around < 40; around++) {
        const raw = randomBytes(pieces * 16_384 - around);
        expect(codeOf(compressSection(raw), raw.length)).toBe('ok');
      }
    }
  });

  it('are opened by the zstd command, and its frames by us', () => {
    expect(Buffer.compare(cli(['-d'], compressSection(text)), text)).toBe(0);
    for (const level of [1, 3, 9, 15, 19]) {
      expect(codeOf(cli([`-${level}`, '--check', `--stream-size=${text.length}`], text))).toBe('ok');
      expect(codeOf(cli([`-${level}`, '--check'], text))).toBe('ok');
    }
  });

  it('are stored where compression would look like a bomb', () => {
    const dull = new Uint8Array(300_000).fill(0x20);
    const frame = compressSection(dull);
    expect(frame.length).toBeGreaterThan(dull.length);
    expect(codeOf(frame, dull.length)).toBe('ok');
    expect(Buffer.compare(cli(['-d'], frame), dull)).toBe(0);
  });

  const frame = compressSection(text);
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'section/bomb'],
    ['garbage', randomBytes(2000), 'section/form'],
    ['two frames', concatBytes(frame, frame), 'section/form'],
    ['bytes after the frame', concatBytes(frame, Uint8Array.of(0)), 'section/form'],
    [
      'a skippable frame first',
      concatBytes(Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9), frame),
      'section/form',
    ],
    ['an empty frame first', concatBytes(compressSection(new Uint8Array(0)), frame), 'section/length'],
    ['a cut frame', frame.slice(0, -1), 'section/form'],
    ['a cut in half', frame.slice(0, frame.length >> 1), 'section/form'],
    ['a wrong checksum', changed(frame, -1, (frame.at(-1) ?? 0) ^ 1), 'section/form'],
    ['no checksum', new Uint8Array(zstdCompressSync(text)), 'section/form'],
    ['another magic number', changed(frame, 0, 0), 'section/form'],
    ['a reserved bit', changed(frame, 4, (frame[4] ?? 0) | 8), 'section/form'],
    ['a dictionary', changed(frame, 4, (frame[4] ?? 0) | 1), 'section/form'],
  ])('refuse %s', (_name, bad, code) => {
    expect(codeOf(bad)).toBe(code);
  });

  it('refuse a length that is not theirs', () => {
    expect(codeOf(frame, text.length + 1)).toBe('section/length');
    expect(codeOf(frame, text.length - 1)).toBe('section/bomb');
    const unsized = cli(['-9', '--check', '--no-content-size'], text);
    expect(codeOf(unsized)).toBe('ok');
    expect(codeOf(unsized, text.length + 1)).toBe('section/length');
    expect(codeOf(unsized, text.length - 1)).toBe('section/bomb');
  });

  it('refuse 512 MiB out of 16 KiB without making them', () => {
    const bomb = cli(['-19', '--check'], new Uint8Array(512 << 20));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage().rss;
    expect(codeOf(bomb, 512 << 20)).toBe('section/bomb');
    expect(codeOf(bomb, 1000)).toBe('section/bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  });

  it('refuse windows beyond 2^23', () => {
    const large = randomBytes(9 << 20);
    for (const log of [24, 27, 30]) {
      expect(codeOf(cli(['-3', '--check', `--long=${log}`], large), large.length)).toBe('section/bomb');
      const declared = changed(cli(['-3', '--check', '--no-content-size'], large), 5, (log - 10) << 3);
      expect(codeOf(declared, large.length)).toBe('section/bomb');
    }
  });
});
