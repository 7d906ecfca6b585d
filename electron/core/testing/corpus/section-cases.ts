/** @file 57-71: sections that are not what the signed header says, or not what a section may be. */
import { zstdCompressSync, constants } from 'node:zlib';
import { changeLine } from '#core/changes/change.ts';
import { concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { type PreparedSection, prepareSection, sectionOfLines } from '#core/exchange/bundle-writer.ts';
import { takeApart } from '#core/testing/bundles.ts';
import { type CorpusCase, cut, refused } from './corpus-case.ts';
import type { CorpusKit } from './stage.ts';

const linesOf = ({ changes }: CorpusKit): Uint8Array[] => changes.map(changeLine);
const rawOf = (kit: CorpusKit): Uint8Array => concatBytes(...linesOf(kit).flatMap((line) => [line, newline]));
const newline = utf8('\n');

/** The sound changes as one section, with other numbers or hashes in the header. */
const withEntry = (change: object) => (kit: CorpusKit) => {
  const prepared = prepareSection(sectionOfLines('changes', linesOf(kit)));
  return kit.bundle({ sections: [{ ...prepared, entry: { ...prepared.entry, ...change } }] });
};

/** Other compressed bytes, their length and hash told truly. */
const withCompressed = (change: (sound: Uint8Array, kit: CorpusKit) => Uint8Array) => (kit: CorpusKit) => {
  const sound = prepareSection(sectionOfLines('changes', linesOf(kit)));
  const compressed = change(sound.compressed, kit);
  return kit.bundle({ sections: [compressedAs(sound, compressed)] });
};

const compressedAs = ({ entry }: PreparedSection, compressed: Uint8Array): PreparedSection => ({
  entry: { ...entry, clen: compressed.length, csha: toBase64Url(sha256(compressed)) },
  compressed,
});

/** Other raw bytes, all else told truly. */
const withRaw = (change: (raw: Uint8Array, kit: CorpusKit) => Uint8Array) => (kit: CorpusKit) =>
  kit.bundle({ sections: [{ t: 'changes', n: kit.changes.length, raw: change(rawOf(kit), kit) }] });

function windowOf(log: number, raw: Uint8Array): Uint8Array {
  const params = {
    [constants.ZSTD_c_windowLog]: log,
    [constants.ZSTD_c_contentSizeFlag]: 0,
    [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  };
  // Without a pledged size the window stands in the frame as asked for.
  return zstdCompressSync(raw, { params, pledgedSrcSize: undefined });
}

const flippedEnd = (bytes: Uint8Array): Uint8Array => {
  const changed = bytes.slice();
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
};

export const sectionCases: readonly CorpusCase[] = [
  { n: 57, what: 'raw length told too small', make: withEntry({ rlen: 100 }), expect: cut('section/bomb') },
  {
    n: 57,
    what: 'raw length told too large',
    make: (kit) => withEntry({ rlen: rawOf(kit).length + 1 })(kit),
    expect: cut('section/length'),
  },
  {
    n: 57,
    what: 'compressed length beyond the end',
    make: withEntry({ clen: 20_000_000 }),
    expect: cut('section/length'),
  },
  {
    n: 58,
    what: 'hash of other compressed bytes',
    make: withEntry({ csha: toBase64Url(randomBytes(32)) }),
    expect: cut('section/hash'),
  },
  {
    n: 58,
    what: 'hash of other raw bytes',
    make: withEntry({ rsha: toBase64Url(randomBytes(32)) }),
    expect: cut('section/hash'),
  },
  {
    n: 59,
    what: '512 MiB of zeros in 16 KiB',
    make: (kit) => {
      const compressed = zstdCompressSync(Buffer.alloc(512 << 20));
      const sound = prepareSection(sectionOfLines('changes', linesOf(kit)));
      const bomb = compressedAs(sound, compressed);
      return kit.bundle({ sections: [{ ...bomb, entry: { ...bomb.entry, rlen: 64 << 20 } }] });
    },
    expect: cut('section/bomb'),
  },
  {
    n: 60,
    what: 'two zstd frames',
    make: withCompressed((sound) => concatBytes(sound, sound)),
    expect: cut('section/form'),
  },
  {
    n: 61,
    what: 'a skippable frame first',
    make: withCompressed((sound) => concatBytes(Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9), sound)),
    expect: cut('section/form'),
  },
  {
    n: 62,
    what: 'a window of 2^27',
    make: withCompressed((_sound, kit) => windowOf(27, rawOf(kit))),
    expect: cut('section/form'),
  },
  { n: 63, what: 'zstd cut short', make: withCompressed((sound) => sound.slice(0, -5)), expect: cut('section/form') },
  { n: 64, what: 'zstd checksum wrong', make: withCompressed(flippedEnd), expect: cut('section/form') },
  {
    n: 65,
    what: 'a line above the limit',
    make: withRaw((raw) => concatBytes(utf8(' '.repeat(300_000)), raw)),
    expect: cut('section/form'),
  },
  {
    n: 66,
    what: 'a line with a tab too many',
    make: withRaw((raw) => concatBytes(raw.subarray(0, -1), utf8('\t'), newline)),
    expect: cut('section/form'),
  },
  {
    n: 66,
    what: 'lines with a tab too few',
    make: (kit) =>
      kit.bundle({
        sections: [
          sectionOfLines(
            'changes',
            kit.changes.map(() => utf8('{}\t-')),
          ),
        ],
      }),
    expect: cut('section/form'),
  },
  { n: 67, what: 'final newline missing', make: withRaw((raw) => raw.slice(0, -1)), expect: cut('section/form') },
  {
    n: 67,
    what: 'final newline doubled',
    make: withRaw((raw) => concatBytes(raw, newline)),
    expect: cut('section/form'),
  },
  {
    n: 68,
    what: 'sections that together hold more than the positions told',
    make: (kit) =>
      kit.forge((header) => {
        const [control, changes] = header.sections;
        return { ...header, sections: [control, changes, { ...changes, n: 1 }] };
      }),
    expect: refused('bundle/bad-form'),
  },
  {
    n: 69,
    what: 'a section of a type nobody knows yet',
    make: (kit) =>
      kit.bundle({
        sections: [sectionOfLines('weather', [utf8('{}')]), prepareSection(sectionOfLines('changes', linesOf(kit)))],
      }),
    expect: { verdict: 'applied', code: null },
  },
  {
    n: 70,
    what: 'padding that is not zero',
    make: ({ seal, plaintext }) => {
      const spoilt = plaintext.slice();
      spoilt[spoilt.length - 1] = 1;
      return seal(spoilt);
    },
    expect: refused('bundle/bad-form'),
  },
  {
    n: 71,
    what: 'the same section twice',
    make: (kit) => {
      const { rest } = takeApart(kit.plaintext);
      return kit.forge(
        (header) => ({
          ...header,
          b: header.b + (header.sections[1]?.n ?? 0),
          sections: [header.sections[0], header.sections[1], header.sections[1]],
        }),
        rest,
      );
    },
    expect: refused('bundle/bad-form'),
  },
];
