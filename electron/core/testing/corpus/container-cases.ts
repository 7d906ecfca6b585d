/** @file 1-21: what is no bundle at all, or not a whole one. */
import { Encrypter } from 'age-encryption';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { forgeAge, lowOrderStanza, soundChunks } from './age-forge.ts';
import { type CorpusCase, refused } from './corpus-case.ts';
import { type CorpusKit, strangersRecipient } from './stage.ts';

const forged = (kit: CorpusKit, over: Partial<Parameters<typeof forgeAge>[0]>): Uint8Array =>
  forgeAge({ recipient: kit.directorate.recipient, chunks: soundChunks(kit.plaintext), ...over });

const text = (file: Uint8Array): string => Buffer.from(file).toString('latin1');
const bytes = (content: string): Uint8Array => Buffer.from(content, 'latin1');
const headerEnd = (file: Uint8Array): number => text(file).indexOf('\n', text(file).indexOf('\n---')) + 1 || 0;
const payloadAt = (file: Uint8Array): number => text(file).indexOf('\n', text(file).indexOf('\n--- ') + 1) + 1;

export const containerCases: readonly CorpusCase[] = [
  { n: 1, what: 'empty file', make: () => new Uint8Array(0), expect: refused('bundle/not-age') },
  { n: 2, what: 'one byte', make: () => Uint8Array.of(97), expect: refused('bundle/not-age') },
  {
    n: 3,
    what: 'a text file, renamed',
    make: () => utf8('السلام عليكم، المرفق محضر الاجتماع\n'),
    expect: refused('bundle/not-age'),
  },
  {
    n: 4,
    what: 'armoured age',
    make: ({ file }) =>
      utf8(
        `-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from(file).toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`,
      ),
    expect: refused('bundle/not-age'),
  },
  {
    n: 5,
    what: 'version line of another age',
    make: ({ file }) => bytes(text(file).replace('org/v1', 'org/v2')),
    expect: refused('bundle/not-age'),
  },
  {
    n: 6,
    what: 'header with CRLF line ends',
    make: ({ file }) => {
      const end = headerEnd(file);
      return concatBytes(bytes(text(file).slice(0, end).replaceAll('\n', '\r\n')), file.subarray(end));
    },
    expect: refused('bundle/not-age'),
  },
  {
    n: 7,
    what: 'header that ends before its MAC line',
    make: ({ file }) => file.slice(0, text(file).indexOf('\n---') + 1),
    expect: refused('bundle/truncated'),
  },
  {
    n: 8,
    what: 'header line without an end',
    make: () => utf8(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(200_000)}`),
    expect: refused('bundle/header-too-large'),
  },
  {
    n: 9,
    what: '10 000 stanzas',
    make: (kit) =>
      forged(kit, { header: (lines) => [...lines, ...Array.from({ length: 10_000 }, lowOrderStanza).flat()] }),
    expect: refused('bundle/header-too-large'),
  },
  {
    n: 10,
    what: 'a file sealed with a passphrase',
    make: async ({ plaintext }) => {
      const encrypter = new Encrypter();
      encrypter.setScryptWorkFactor(4);
      encrypter.setPassphrase('four plain words here');
      return encrypter.encrypt(plaintext);
    },
    expect: refused('bundle/not-for-us'),
  },
  {
    n: 11,
    what: 'no stanza for us',
    make: async (kit) => forged(kit, { recipient: await strangersRecipient() }),
    expect: refused('bundle/not-for-us'),
  },
  {
    n: 12,
    what: 'header MAC of another file',
    make: (kit) =>
      forged(kit, { mac: () => ` ${Buffer.from(randomBytes(32)).toString('base64').replaceAll('=', '')}\n` }),
    expect: refused('bundle/corrupt'),
  },
  {
    n: 13,
    what: 'our stanza with a share of low order',
    make: (kit) => forged(kit, { header: ([version = '']) => [version, ...lowOrderStanza()] }),
    expect: refused('bundle/corrupt'),
  },
  {
    n: 14,
    what: 'cut within the payload nonce',
    make: ({ file }) => file.slice(0, payloadAt(file) + 7),
    expect: refused('bundle/truncated'),
  },
  {
    n: 15,
    what: 'last chunk missing',
    make: (kit) => forged(kit, { chunks: soundChunks(kit.longPlaintext).slice(0, -1) }),
    expect: { verdict: 'applied', code: 'bundle/truncated' },
  },
  {
    n: 16,
    what: 'two chunks that both say they are the last',
    make: (kit) => forged(kit, { chunks: soundChunks(kit.longPlaintext).map((chunk) => ({ ...chunk, last: true })) }),
    expect: refused('bundle/corrupt'),
  },
  {
    n: 17,
    what: 'an empty last chunk',
    make: (kit) => {
      const full = soundChunks(kit.plaintext);
      const chunks = full.map((chunk) => ({ ...chunk, last: false }));
      return forged(kit, { chunks: [...chunks, { plain: new Uint8Array(0), counter: chunks.length, last: true }] });
    },
    expect: { verdict: 'applied', code: 'bundle/truncated' },
  },
  {
    n: 18,
    what: 'two chunks swapped',
    make: (kit) => {
      const [a, b, ...rest] = soundChunks(kit.longPlaintext);
      return forged(kit, { chunks: a && b ? [b, a, ...rest] : [] });
    },
    expect: refused('bundle/corrupt'),
  },
  {
    n: 19,
    what: 'bytes after the last chunk',
    make: ({ file }) => concatBytes(file, Uint8Array.of(0)),
    expect: refused('bundle/corrupt'),
  },
  { n: 20, what: 'age inside age', make: ({ seal, file }) => seal(file), expect: refused('bundle/bad-form') },
  {
    n: 21,
    what: 'age file of a photo',
    make: ({ seal }) => seal(concatBytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), randomBytes(90_000))),
    expect: refused('bundle/bad-form'),
  },
];
