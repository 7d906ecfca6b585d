/** @file 22-56: the signed header, whom it is for, and where its link stands. */
import { canonicalize, type JsonValue } from '#core/changes/canonical.ts';
import { concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { generateSigningKey, createSigner } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { BundleHeader } from '#core/exchange/bundle-format.ts';
import { linkStart } from '#core/exchange/link.ts';
import { framed, takeApart } from '#core/testing/bundles.ts';
import { applied, type CorpusCase, type Expected, refused } from './corpus-case.ts';
import type { CorpusKit } from './stage.ts';

const badForm: Expected = refused('bundle/bad-form');

const headerText = ({ plaintext }: CorpusKit): string =>
  Buffer.from(canonicalize(takeApart(plaintext).header as unknown as JsonValue)).toString('utf8');

/** The sound header's text, changed as text: what canonical JSON forbids. */
const retyped = (change: (header: string) => string) => (kit: CorpusKit) =>
  kit.signedHeader(utf8(change(headerText(kit))));

const withNumber = (text: string) => retyped((header) => header.replace(/"bn":\d+/, `"bn":${text}`));

const withLength = (length: number) => (kit: CorpusKit) => {
  const { header, signature, rest } = takeApart(kit.plaintext);
  return kit.seal(framed(canonicalize(header as unknown as JsonValue), signature, rest, length));
};

const resigned = (sign: (kit: CorpusKit, header: Uint8Array, sound: Uint8Array) => Uint8Array) => (kit: CorpusKit) => {
  const { header, signature, rest } = takeApart(kit.plaintext);
  const bytes = canonicalize(header as unknown as JsonValue);
  return kit.seal(framed(bytes, sign(kit, bytes, signature), rest));
};

const forged = (change: (header: BundleHeader, kit: CorpusKit) => unknown) => (kit: CorpusKit) =>
  kit.forge((header) => change(header, kit));

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const little = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const littleBytes = (value: bigint): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());

export const frameCases: readonly CorpusCase[] = [
  {
    n: 22,
    what: 'wrong magic',
    make: ({ seal, plaintext }) => seal(concatBytes(utf8('XPB1\n'), plaintext.subarray(5))),
    expect: badForm,
  },
  {
    n: 23,
    what: 'a later format',
    make: ({ seal, plaintext }) => seal(concatBytes(utf8('CPB2\n'), plaintext.subarray(5))),
    expect: refused('bundle/too-new'),
  },
  { n: 23, what: 'a later reader', make: forged((h) => ({ ...h, minReader: 2 })), expect: refused('bundle/too-new') },
  { n: 24, what: 'header length 0', make: withLength(0), expect: badForm },
  { n: 25, what: 'header length 4 GiB - 1', make: withLength(0xffff_ffff), expect: badForm },
  { n: 26, what: 'header length beyond the end', make: withLength(256 * 1024), expect: badForm },
  {
    n: 27,
    what: 'header not UTF-8',
    make: (kit) => kit.signedHeader(Uint8Array.of(0x7b, 0xff, 0x7d)),
    expect: badForm,
  },
  { n: 28, what: 'byte order mark', make: retyped((text) => `\ufeff${text}`), expect: badForm },
  { n: 29, what: 'key twice', make: retyped((text) => text.replace(/("bn":\d+)/, '$1,$1')), expect: badForm },
  {
    n: 30,
    what: 'keys unsorted',
    make: retyped((text) => text.replace(/^\{(.*),("wall":\d+)\}$/, '{$2,$1}')),
    expect: badForm,
  },
  { n: 31, what: '1.0', make: withNumber('2.0'), expect: badForm },
  { n: 31, what: '1e3', make: withNumber('1e3'), expect: badForm },
  { n: 31, what: '-0', make: withNumber('-0'), expect: badForm },
  { n: 31, what: '2^53 + 1', make: withNumber('9007199254740993'), expect: badForm },
  {
    n: 32,
    what: 'lone surrogate',
    make: retyped((text) => text.replace('"hlc":"', '"hlc":"\\ud800')),
    expect: badForm,
  },
  {
    n: 33,
    what: 'NUL in a string',
    make: retyped((text) => text.replace('"hlc":"', '"hlc":"\\u0000')),
    expect: badForm,
  },
  { n: 34, what: 'key __proto__', make: retyped((text) => text.replace('{', '{"__proto__":{},')), expect: badForm },
  {
    n: 35,
    what: '100 000 levels deep',
    make: retyped(() => '['.repeat(100_000) + ']'.repeat(100_000)),
    expect: badForm,
  },
  { n: 36, what: 'unknown field', make: forged((h) => ({ ...h, extra: 1 })), expect: badForm },
  { n: 37, what: 'missing field', make: forged(({ wall: _wall, ...h }) => h), expect: badForm },
  {
    n: 38,
    what: 'signature of zeros',
    make: resigned(() => new Uint8Array(64)),
    expect: refused('bundle/bad-signature'),
  },
  {
    n: 39,
    what: 'signed by a key that nobody certified',
    make: (kit) => {
      const key = generateSigningKey();
      const from = { ...kit.input.parts.from, dev: toBase64Url(randomBytes(16)) };
      return kit.bundle({ signer: createSigner(key.privateKey), parts: { ...kit.input.parts, from } });
    },
    expect: refused('bundle/unknown-device'),
  },
  {
    n: 40,
    what: 'a certified key that speaks for another node',
    make: (kit) =>
      kit.bundle({ parts: { ...kit.input.parts, from: { ...kit.input.parts.from, node: kit.second.node } } }),
    expect: refused('bundle/unknown-device'),
  },
  {
    n: 40,
    what: 'in the name of another office',
    make: (kit) => kit.bundle({ signer: kit.second.signer }),
    expect: refused('bundle/bad-signature'),
  },
  {
    n: 41,
    what: 'S not reduced',
    make: resigned((_kit, _header, sound) =>
      concatBytes(sound.subarray(0, 32), littleBytes(little(sound.subarray(32)) + order)),
    ),
    expect: refused('bundle/bad-signature'),
  },
  {
    n: 41,
    what: 'R of low order',
    make: resigned((_kit, _header, sound) => concatBytes(littleBytes(1n), sound.subarray(32))),
    expect: refused('bundle/bad-signature'),
  },
  {
    n: 42,
    what: 'a right signature made for something else',
    make: resigned((kit, header) => kit.office.signer('cp1-change\n', header)),
    expect: refused('bundle/bad-signature'),
  },
  {
    n: 43,
    what: 'for another office',
    make: (kit) => kit.bundle({ parts: { ...kit.input.parts, to: { node: kit.second.node, dev: kit.second.dev } } }),
    expect: refused('bundle/wrong-destination'),
  },
  {
    n: 44,
    what: 'sealed again for us by somebody it was meant for',
    make: async (kit) =>
      kit.bundle({
        parts: { ...kit.input.parts, to: { node: kit.second.node, dev: kit.second.dev } },
        recipients: [kit.second.recipient],
        checkRecipient: kit.directorate.recipient,
      }),
    expect: refused('bundle/wrong-destination'),
  },
  { n: 45, what: 'a > b + 1', make: forged((h) => ({ ...h, a: h.b + 2 })), expect: badForm },
  { n: 46, what: 'a = 0', make: forged((h) => ({ ...h, a: 0 })), expect: badForm },
  { n: 47, what: 'count that differs from b - a + 1', make: forged((h) => ({ ...h, b: h.b + 1 })), expect: badForm },
  {
    n: 48,
    what: 'changes that do not lead to Hb',
    make: (kit) => kit.bundle({ parts: { ...kit.input.parts, Hb: toBase64Url(randomBytes(32)) } }),
    expect: { verdict: 'applied', code: 'link/fork' },
    leaves: "SELECT 1 FROM notice WHERE kind = 'fork'",
  },
  {
    n: 49,
    what: 'another past at a position we know',
    make: (kit) => {
      const parts = { ...kit.input.parts, a: 1, b: kit.changes.length, Ha: startOf(kit) };
      return kit.bundle({ parts });
    },
    expect: { verdict: 'applied', code: 'link/fork' },
  },
  {
    n: 50,
    what: 'an older epoch with something new',
    before: async (kit) => [await newerEpoch(kit)],
    make: (kit) => kit.bundleOf([kit.change()]),
    expect: { verdict: 'applied', code: 'link/stale-epoch', applied: 1 },
  },
  {
    n: 51,
    what: 'a newer epoch whose beginning is missing',
    make: (kit) => {
      const epoch = { n: kit.input.parts.epoch.n + 1, r: toBase64Url(randomBytes(8)) };
      return kit.bundle({ parts: { ...kit.input.parts, epoch } });
    },
    expect: { verdict: 'gap', code: 'link/gap' },
  },
  {
    n: 52,
    what: 'confirms more than we ever wrote',
    make: (kit) => {
      const { ack } = kit.input.parts;
      if (!ack) throw new Error('no ack to forge');
      return kit.bundle({
        parts: { ...kit.input.parts, ack: { ...ack, k: ack.k + 50, H: toBase64Url(randomBytes(32)) } },
      });
    },
    expect: { verdict: 'applied', code: 'link/rollback-of-me' },
    leaves: "SELECT 1 FROM inc WHERE ordinal = 2 AND why = 'ack'",
  },
  {
    n: 53,
    what: 'confirms an epoch of ours that never was',
    make: (kit) => {
      const { ack } = kit.input.parts;
      if (!ack) throw new Error('no ack to forge');
      const epoch = { n: ack.epoch.n, r: toBase64Url(new Uint8Array(8)) };
      return kit.bundle({ parts: { ...kit.input.parts, ack: { ...ack, epoch } } });
    },
    expect: { verdict: 'applied', code: 'link/rollback-of-you' },
  },
  {
    n: 54,
    what: 'a bundle number that was used before',
    before: async (kit) => [await kit.bundle()],
    make: (kit) => kit.bundleOf([...kit.changes, kit.change()]),
    expect: { verdict: 'applied', code: 'link/fork', applied: 1 },
  },
  {
    n: 55,
    what: 'written by ourselves',
    make: (kit) => {
      const { node, dev } = kit.directorate;
      return kit.bundle({ parts: { ...kit.input.parts, from: { ...kit.input.parts.from, node, dev } } });
    },
    expect: refused('bundle/wrong-destination'),
  },
  {
    n: 56,
    what: 'a file before it is missing',
    make: (kit) => kit.windowAt(kit.input.parts.a + 3, kit.input.parts.bn + 1),
    expect: { verdict: 'gap', code: 'link/gap' },
  },
  { n: 0, what: 'the sound file', make: ({ file }) => file, expect: { verdict: 'applied', code: null } },
  { n: 0, what: 'the sound file, made again', make: (kit) => kit.bundle(), expect: { verdict: 'applied', code: null } },
  { n: 0, what: 'a sound change more', make: (kit) => kit.bundleOf([kit.change()]), expect: applied(1) },
];

const startOf = ({ input: { parts }, office, directorate }: CorpusKit): string =>
  toBase64Url(
    linkStart({ n: parts.epoch.n, r: Buffer.from(parts.epoch.r, 'base64url') }, office.device, directorate.device),
  );

function newerEpoch(kit: CorpusKit): Promise<Uint8Array> {
  const epoch = { n: kit.input.parts.epoch.n + 1, r: toBase64Url(randomBytes(8)) };
  const start = toBase64Url(
    linkStart({ n: epoch.n, r: Buffer.from(epoch.r, 'base64url') }, kit.office.device, kit.directorate.device),
  );
  return kit.bundle({ parts: { ...kit.input.parts, epoch, a: 1, b: 0, Ha: start, Hb: start }, sections: [] });
}
