import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '#core/changes/canonical.ts';
import { changeLine, parseHeader, parsePayload, type SignedChange } from '#core/changes/change.ts';
import { collect, oneAfterAnother, openAge } from '#core/crypto/age.ts';
import { concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import {
  bundleBytes,
  chainOfChanges,
  createTestDevice,
  forge,
  framed,
  headerParts,
  readerContext,
  readThrough,
  seal,
  type TestDevice,
  takeApart,
} from '#core/testing/bundles.ts';
import { type BundleHeader, headerContext } from './bundle-format.ts';
import type { VerifiedSection } from './bundle-reader.ts';
import { changeSections, prepareSection, sectionOfLines } from './bundle-writer.ts';

const officeNode = '0198c0de-0000-7000-8000-000000000001';
const hubNode = '0198c0de-0000-7000-8000-000000000002';
let office: TestDevice;
let hub: TestDevice;
let stranger: TestDevice;
let changes: readonly SignedChange[];
let file: Uint8Array;
let plaintext: Uint8Array;

beforeAll(async () => {
  office = await createTestDevice(officeNode);
  hub = await createTestDevice(hubNode);
  stranger = await createTestDevice(officeNode);
  changes = chainOfChanges(office, 120);
  file = await bundleBytes({ from: office, to: hub, changes, sectionBytes: 20_000 });
  plaintext = await collect(openAge(hub.identity, oneAfterAnother(file)));
});

const read = (bytes: Uint8Array) => readThrough(bytes, readerContext(hub, office));
const codeOf = async (bytes: Uint8Array) => (await read(bytes)).code;
const changesOf = (sections: readonly VerifiedSection[]) =>
  sections.flatMap((s) => (s.t === 'changes' ? s.changes : []));
const same = (a: readonly SignedChange[], b: readonly SignedChange[]) =>
  a.length === b.length && a.every((change, i) => Buffer.compare(changeLine(change), changeLine(b[i] ?? change)) === 0);

describe('container', () => {
  const cases: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['1 empty file', () => new Uint8Array(0), 'bundle/not-age'],
    ['2 one byte', () => Uint8Array.of(97), 'bundle/not-age'],
    ['3 text file', () => utf8('Dear colleague,\nplease find attached'), 'bundle/not-age'],
    ['4 armoured', () => utf8('-----BEGIN AGE ENCRYPTED FILE-----\n'), 'bundle/not-age'],
    ['5 other age version', () => utf8('age-encryption.org/v2\n'), 'bundle/not-age'],
    ['8 endless header line', () => utf8(`age-encryption.org/v1\n-> ${'a'.repeat(40_000)}`), 'bundle/header-too-large'],
    ['11 no stanza for us', () => bundleBytes({ from: office, to: stranger, changes: [] }), 'bundle/not-for-us'],
    ['15 last chunk missing', () => file.slice(0, file.length - 100), 'bundle/truncated'],
    ['19 bytes after the end', () => concatBytes(file, Uint8Array.of(0)), 'bundle/corrupt'],
    ['20 nested age', () => seal(hub, file), 'bundle/bad-form'],
    ['21 age file of a photo', () => seal(hub, randomBytes(50_000)), 'bundle/bad-form'],
    ['   age file of nothing', () => seal(hub, new Uint8Array(0)), 'bundle/bad-form'],
  ];
  it.each(cases)('%s', async (_name, make, code) => {
    expect(await codeOf(await make())).toBe(code);
  });
});

describe('frame and header', () => {
  const header = () => takeApart(plaintext).header;
  const rest = () => takeApart(plaintext).rest;
  const forged = (changed: (header: BundleHeader) => unknown) =>
    forge(office, hub, changed(header()) as BundleHeader, rest());
  const signedText = (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? utf8(text) : text;
    return seal(hub, framed(bytes, office.signer(headerContext, bytes), rest()));
  };
  const headerText = () => Buffer.from(canonicalize(header())).toString();
  const withLength = (length: number) => {
    const { signature } = takeApart(plaintext);
    return seal(hub, framed(canonicalize(header()), signature, rest(), length));
  };
  const section = (change: object) => (h: BundleHeader) => ({
    ...h,
    sections: h.sections.map((s, i) => (i === 1 ? { ...s, ...change } : s)),
  });

  it('a header signed again is the control of these tests', async () => {
    expect(await codeOf(await forged((h) => h))).toBe('complete');
    expect(await codeOf(await signedText(headerText()))).toBe('complete');
  });

  const cases: [string, () => Promise<Uint8Array>, string][] = [
    ['22 wrong magic', () => seal(hub, concatBytes(utf8('XPB1\n'), plaintext.slice(5))), 'bundle/bad-form'],
    ['23 later magic', () => seal(hub, concatBytes(utf8('CPB2\n'), plaintext.slice(5))), 'bundle/too-new'],
    ['23 later format', () => forged((h) => ({ ...h, fmt: 2 })), 'bundle/too-new'],
    ['23 later reader', () => forged((h) => ({ ...h, minReader: 2, news: true })), 'bundle/too-new'],
    ['23 other suite', () => forged((h) => ({ ...h, suite: 'mlkem' })), 'bundle/too-new'],
    ['24 header length 0', () => withLength(0), 'bundle/bad-form'],
    ['25 header length 4 GiB - 1', () => withLength(0xffffffff), 'bundle/bad-form'],
    ['26 header beyond the end', () => withLength(256 * 1024), 'bundle/bad-form'],
    ['   header length of 256 KiB + 1', () => withLength(256 * 1024 + 1), 'bundle/bad-form'],
    ['27 not UTF-8', () => signedText(Uint8Array.of(0x7b, 0xff, 0x7d)), 'bundle/bad-form'],
    ['28 byte order mark', () => signedText(`\ufeff${headerText()}`), 'bundle/bad-form'],
    ['29 duplicate key', () => signedText(headerText().replace('"bn":1', '"bn":1,"bn":1')), 'bundle/bad-form'],
    [
      '30 unsorted keys',
      () => signedText(headerText().replace(/^\{(.*),("wall":\d+)\}$/, '{$2,$1}')),
      'bundle/bad-form',
    ],
    ['31 1.0', () => signedText(headerText().replace('"bn":1', '"bn":1.0')), 'bundle/bad-form'],
    ['31 1e3', () => signedText(headerText().replace('"bn":1', '"bn":1e3')), 'bundle/bad-form'],
    ['31 -0', () => signedText(headerText().replace('"bn":1', '"bn":-0')), 'bundle/bad-form'],
    ['31 2^53+1', () => signedText(headerText().replace('"bn":1', '"bn":9007199254740993')), 'bundle/bad-form'],
    ['32 lone surrogate', () => signedText(headerText().replace(/"hlc":"/, '"hlc":"\\ud800')), 'bundle/bad-form'],
    ['33 NUL', () => signedText(headerText().replace(/"hlc":"/, '"hlc":"\\u0000')), 'bundle/bad-form'],
    ['34 __proto__', () => signedText(headerText().replace('{', '{"__proto__":{},')), 'bundle/bad-form'],
    ['35 deep nesting', () => signedText('['.repeat(100_000) + ']'.repeat(100_000)), 'bundle/bad-form'],
    ['36 unknown field', () => forged((h) => ({ ...h, extra: 1 })), 'bundle/bad-form'],
    ['37 missing field', () => forged(({ wall: _wall, ...h }) => h), 'bundle/bad-form'],
    ['45 a > b + 1', () => forged((h) => ({ ...h, a: 122 })), 'bundle/bad-form'],
    ['46 a = 0', () => forged((h) => ({ ...h, a: 0 })), 'bundle/bad-form'],
    ['47 count differs', () => forged((h) => ({ ...h, b: 119 })), 'bundle/bad-form'],
    [
      '   empty with two hashes',
      () => forged((h) => ({ ...h, a: 1, b: 0, sections: h.sections.slice(0, 1) })),
      'bundle/bad-form',
    ],
    ['   bn 0', () => forged((h) => ({ ...h, bn: 0 })), 'bundle/bad-form'],
    ['   no section', () => forged((h) => ({ ...h, a: 1, b: 0, Hb: h.Ha, sections: [] })), 'bundle/bad-form'],
    ['   control not first', () => forged((h) => ({ ...h, sections: h.sections.toReversed() })), 'bundle/bad-form'],
    ['   control twice', () => forged((h) => ({ ...h, sections: [h.sections[0], ...h.sections] })), 'bundle/bad-form'],
    [
      '71 section twice',
      () =>
        forged((h) => ({
          ...h,
          sections: [h.sections[0], h.sections[1], h.sections[1]],
          b: 2 * (h.sections[1]?.n ?? 0),
        })),
      'bundle/bad-form',
    ],
    ['   section of 64 MiB + 1', () => forged(section({ rlen: (64 << 20) + 1 })), 'bundle/bad-form'],
    [
      '   20 001 changes',
      () => forged((h) => ({ ...section({ n: 20_001 })(h), b: h.b + 20_001 - (h.sections[1]?.n ?? 0) })),
      'bundle/bad-form',
    ],
    ['   padding beyond 1 GiB', () => forged((h) => ({ ...h, padLen: 1 << 30 })), 'bundle/bad-form'],
    [
      '95 blob part beyond its total',
      () => forged((h) => ({ ...h, blobs: [{ id: h.Ha, len: 5, off: 6, sha: h.Ha, total: 10 }] })),
      'bundle/bad-form',
    ],
  ];
  it.each(cases)('%s', async (_name, make, code) => {
    expect(await codeOf(await make())).toBe(code);
  });

  it('takes 256 sections and 1 000 blob parts, and no more', async () => {
    const line = utf8('{}');
    const extra = (count: number) => Array.from({ length: count }, (_, i) => sectionOfLines(`x${i}`, [line]));
    const bytes = (count: number) => bundleBytes({ from: office, to: hub, changes: [], sections: extra(count) });
    expect(await codeOf(await bytes(255))).toBe('complete');
    await expect(bytes(256)).rejects.toThrow(RangeError);
    const blobs = (count: number) => (h: BundleHeader) => ({
      ...h,
      blobs: Array.from({ length: count }, () => ({ id: h.Ha, len: 1, off: 0, sha: h.Ha, total: 1 })),
    });
    expect(await codeOf(await forged(blobs(1000)))).toBe('bundle/bad-form'); // the file has no such parts
    expect((await read(await forged(blobs(1000)))).sections.length).toBeGreaterThan(1);
    expect((await read(await forged(blobs(1001)))).sections.length).toBe(0);
  });
});

describe('signature and addressing', () => {
  const parts = () => takeApart(plaintext);
  const resigned = (signature: Uint8Array) => seal(hub, framed(canonicalize(parts().header), signature, parts().rest));

  it('38 refuses a signature of zeros', async () => {
    expect(await codeOf(await resigned(new Uint8Array(64)))).toBe('bundle/bad-signature');
  });

  it('39 refuses an uncertified key, whatever the file says about it', async () => {
    expect(await codeOf(await bundleBytes({ from: stranger, to: hub, changes }))).toBe('bundle/unknown-device');
  });

  it('40 refuses a certified key of another node', async () => {
    const lying = { ...headerParts(office, hub, changes).from, node: hubNode };
    expect(await codeOf(await bundleBytes({ from: office, to: hub, changes, parts: { from: lying } }))).toBe(
      'bundle/unknown-device',
    );
    const other = { ...office, signer: stranger.signer };
    expect(await codeOf(await bundleBytes({ from: other, to: hub, changes }))).toBe('bundle/bad-signature');
  });

  it('41 refuses S that is not reduced', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const signature = parts().signature.slice();
    const s = BigInt(`0x${Buffer.from(signature.slice(32)).reverse().toString('hex')}`) + order;
    signature.set(Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(), 32);
    expect(await codeOf(await resigned(signature))).toBe('bundle/bad-signature');
  });

  it('42 refuses a signature of another context', async () => {
    const signature = office.signer('cp1-change\n', canonicalize(parts().header));
    expect(await codeOf(await resigned(signature))).toBe('bundle/bad-signature');
  });

  it('85 refuses a revoked device', async () => {
    const context = {
      ...readerContext(hub),
      resolveSender: () => ({ ok: false, error: { code: 'bundle/revoked' } }) as const,
    };
    expect((await readThrough(file, context)).code).toBe('bundle/revoked');
  });

  it('43 refuses what is meant for another office', async () => {
    const to = { node: officeNode, dev: hub.dev };
    expect(await codeOf(await bundleBytes({ from: office, to: hub, changes, parts: { to } }))).toBe(
      'bundle/wrong-destination',
    );
  });

  it('44 refuses what an insider sealed again for a third party', async () => {
    expect((await readThrough(await seal(stranger, plaintext), readerContext(stranger, office))).code).toBe(
      'bundle/wrong-destination',
    );
    const renamed = { ...stranger, node: hub.node, dev: hub.dev };
    expect((await readThrough(await seal(stranger, plaintext), readerContext(renamed, office))).code).toBe(
      'bundle/wrong-destination',
    );
  });

  it('55 refuses what we wrote ourselves', async () => {
    const bytes = await bundleBytes({ from: hub, to: hub, changes });
    expect((await readThrough(bytes, readerContext(hub, hub))).code).toBe('bundle/wrong-destination');
  });

  it('48 says so when the changes do not lead to H_b', async () => {
    const bytes = await bundleBytes({ from: office, to: hub, changes, parts: { Hb: toBase64Url(randomBytes(32)) } });
    const { open, code } = await read(bytes);
    expect(code).toBe('complete');
    expect(open?.end().linkFollows).toBe(false);
  });
});

describe('sections', () => {
  const line = () => changeLine(changes[0] as SignedChange);
  const one = () => changes.slice(0, 1);
  const withSection = (raw: Uint8Array, n = 1) =>
    bundleBytes({ from: office, to: hub, changes: one(), sections: [{ t: 'changes', n, raw }] });
  const withEntry = (change: object) => {
    const prepared = prepareSection(sectionOfLines('changes', [line()]));
    const entry = { ...prepared.entry, ...change };
    return bundleBytes({ from: office, to: hub, changes: one(), sections: [{ ...prepared, entry }] });
  };
  const newline = utf8('\n');

  const cases: [string, () => Promise<Uint8Array>, string][] = [
    ['57 raw length too small', () => withEntry({ rlen: line().length }), 'section/bomb'],
    ['57 raw length too large', () => withEntry({ rlen: line().length + 2 }), 'section/length'],
    ['57 compressed length too small', () => withEntry({ clen: 10 }), 'section/hash'],
    ['57 compressed length beyond the end', () => withEntry({ clen: 10_000_000 }), 'section/length'],
    ['58 wrong compressed hash', () => withEntry({ csha: toBase64Url(randomBytes(32)) }), 'section/hash'],
    ['58 wrong raw hash', () => withEntry({ rsha: toBase64Url(randomBytes(32)) }), 'section/hash'],
    ['59 ratio of a bomb', () => withEntry({ rlen: 64 << 20 }), 'section/bomb'],
    ['65 line too long', () => withSection(concatBytes(utf8(' '.repeat(300_000)), line(), newline)), 'section/form'],
    ['66 two tabs missing', () => withSection(utf8('{}\n')), 'section/form'],
    ['66 three tabs', () => withSection(concatBytes(line(), utf8('\t'), newline)), 'section/form'],
    ['67 final newline missing', () => withSection(line()), 'section/form'],
    ['67 final newline doubled', () => withSection(concatBytes(line(), newline, newline)), 'section/form'],
    ['67 newline first', () => withSection(concatBytes(newline, line(), newline)), 'section/form'],
    ['   more lines than counted', () => withSection(concatBytes(line(), newline, line(), newline)), 'section/form'],
    [
      '79 10 000 predecessors',
      () => withSection(concatBytes(utf8(`{"p":["${'A'.repeat(240_000)}"]}\t-\t${'A'.repeat(86)}\n`))),
      'section/form',
    ],
  ];
  it.each(cases)('%s', async (_name, make, code) => {
    const { code: found, sections } = await read(await make());
    expect(found).toBe(code);
    expect(sections.map(({ t }) => t)).toEqual(['control']);
  });

  it('60-64 gives nothing out of a frame that is not one sound frame', async () => {
    const good = prepareSection(sectionOfLines('changes', [line()]));
    const skippable = Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9);
    const flipped = good.compressed.slice();
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    const frames = [
      concatBytes(good.compressed, good.compressed),
      concatBytes(skippable, good.compressed),
      good.compressed.slice(0, -5),
      flipped,
    ];
    for (const compressed of frames) {
      const csha = toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', compressed.slice())));
      const entry = { ...good.entry, clen: compressed.length, csha };
      const bytes = await bundleBytes({ from: office, to: hub, changes: one(), sections: [{ entry, compressed }] });
      expect(await codeOf(bytes)).toBe('section/form');
    }
  });

  it('refuses the whole file when control is spoilt', async () => {
    const { header, rest } = takeApart(plaintext);
    const sections = header.sections.map((s, i) => (i === 0 ? { ...s, rsha: s.csha } : s));
    const { open, sections: given, code } = await read(await forge(office, hub, { ...header, sections }, rest));
    expect(code).toBe('section/hash');
    expect(open?.end().verdict).toBe('refused');
    expect(given).toEqual([]);
  });

  it('stops at a spoilt section and keeps what came before', async () => {
    const { header, rest } = takeApart(plaintext);
    const sections = header.sections.map((s, i) => (i === 2 ? { ...s, rsha: s.csha } : s));
    const { open, sections: given } = await read(await forge(office, hub, { ...header, sections }, rest));
    expect(open?.end()).toMatchObject({ verdict: 'cut', code: 'section/hash', sections: 2, linkFollows: null });
    expect(same(changesOf(given), changes.slice(0, header.sections[1]?.n))).toBe(true);
  });

  it('69 skips sections it does not know and keeps them in its report', async () => {
    const known = [...changeSections(changes)];
    const sections = [sectionOfLines('weather', [utf8('{}')]), ...known, sectionOfLines('audit', [utf8('{"x":1}')])];
    const { open, sections: given, code } = await read(await bundleBytes({ from: office, to: hub, changes, sections }));
    expect(code).toBe('complete');
    expect(given.map(({ t }) => t)).toEqual(['control', ...known.map(() => 'changes'), 'audit']);
    expect(open?.end().skipped).toMatchObject([{ t: 'weather', n: 1 }]);
  });

  it('70 refuses padding that is not zero, and bytes after it', async () => {
    const spoilt = plaintext.slice();
    spoilt[spoilt.length - 1] = 1;
    for (const bytes of [spoilt, concatBytes(plaintext, Uint8Array.of(0)), plaintext.slice(0, -1)]) {
      const { open, code } = await read(await seal(hub, bytes));
      expect(code).toBe('bundle/bad-form');
      expect(open?.end().verdict).toBe('refused');
    }
  });

  it('passes over blob parts and counts them', async () => {
    const { header, rest } = takeApart(plaintext);
    const part = randomBytes(1000);
    const sha = toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', part.slice())));
    const entry = { id: header.Ha, len: 1000, off: 0, sha, total: 5000 };
    const blobs = [entry, { ...entry, sha: header.Hb }];
    const sectionBytes = header.sections.reduce((sum, { clen }) => sum + clen, 0);
    const body = concatBytes(rest.slice(0, sectionBytes), part, part, rest.slice(sectionBytes));
    const { open, code } = await read(await forge(office, hub, { ...header, blobs }, body));
    expect(code).toBe('complete');
    expect(open?.end()).toMatchObject({ blobParts: 1, badBlobParts: 1, changes: 120 });
  });

  it('73, 80, 81 leaves the form of a single change to whoever takes it in', async () => {
    const good = changes[0] as SignedChange;
    const lines = [
      concatBytes(utf8('{"v":1}\t-\t'), utf8(toBase64Url(good.signature))),
      changeLine({ ...good, payloadBytes: canonicalize({ d: { name: {} }, salt: toBase64Url(randomBytes(16)) }) }),
    ];
    const parts = { b: 2 };
    const bytes = await bundleBytes({
      from: office,
      to: hub,
      changes: one(),
      parts,
      sections: [sectionOfLines('changes', lines)],
    });
    const { sections } = await read(bytes);
    const [first, second] = changesOf(sections) as [SignedChange, SignedChange];
    expect(parseHeader(first.headerBytes)).toEqual({ ok: false, error: { code: 'change/form' } });
    const header = parseHeader(second.headerBytes);
    const payload = header.ok ? parsePayload(header.value, second.payloadBytes ?? utf8('')) : header;
    expect(payload).toEqual({ ok: false, error: { code: 'change/commitment' } });
  });
});
