import { describe, expect, it } from 'vitest';
import { fromUtf8, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, createVerifier, generateSigningKey } from '#core/crypto/ed25519.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { canonicalize, type JsonValue } from './canonical.ts';
import {
  buildChange,
  type ChangeHeader,
  changeId,
  changeLine,
  longestChangeLine,
  noPredecessor,
  parseChangeLine,
  parseHeader,
  parsePayload,
  shortId,
  verifyChangeSignature,
} from './change.ts';

const key = generateSigningKey();
const signer = createSigner(key.privateKey);
const verifier = createVerifier(key.publicKey);
const bytes = (length: number, fill = 7) => toBase64Url(new Uint8Array(length).fill(fill));
const element = '0198c0de-0000-7000-8000-0000000000aa';

const template: Omit<ChangeHeader, 'v' | 'pc'> = {
  dev: bytes(16),
  inc: bytes(8),
  seq: 1,
  prev: noPredecessor,
  agg: bytes(16, 1),
  at: 'forum',
  kind: 'forum.created',
  kv: 1,
  mu: 0,
  by: bytes(16, 2),
  role: 'policing_clerk',
  aud: 'open',
  ros: 1,
  own: null,
  hlc: '0198c0de00000000',
  wall: 1_760_000_000_000,
  cq: 1,
  w: [
    { g: 'name', p: [] },
    { g: `members:${element}`, p: [bytes(16, 9), bytes(16, 3)] },
  ],
};
const open = () => buildChange(template, { d: { name: { ar: 'منتدى' }, [`members:${element}`]: null } }, signer);
const restricted = () =>
  buildChange(
    { ...template, aud: 'restricted', kind: 'restricted', w: [{ g: 'r12', p: [] }] },
    { d: { r12: { text: 'رواية' } }, k: 'dispute.narrated' },
    signer,
  );
const headerWith = (changes: { readonly [key: string]: JsonValue | undefined }) => {
  const entries = Object.entries({ ...open().header, ...changes }).filter(([, v]) => v !== undefined);
  return parseHeader(canonicalize(Object.fromEntries(entries) as { [key: string]: JsonValue }));
};

describe('a change', () => {
  it.each([
    ['open', open],
    ['restricted', restricted],
  ])('%s: goes through its line unchanged', (_name, build) => {
    const { change, header, payload } = build();
    const parsed = parseChangeLine(changeLine(change));
    expect(parsed).toEqual({ ok: true, value: change });
    expect(parseHeader(change.headerBytes)).toEqual({ ok: true, value: header });
    expect(parsePayload(header, change.payloadBytes ?? utf8(''))).toEqual({ ok: true, value: payload });
    expect(verifyChangeSignature(verifier, change)).toBe(true);
  });

  it('is identified by its header alone', () => {
    const { change } = open();
    expect(change.id).toEqual(sha256(utf8('cp1-id\n'), change.headerBytes));
    expect(changeId(change.headerBytes)).toEqual(change.id);
    expect(shortId(change.id)).toBe(toBase64Url(change.id.slice(0, 16)));
  });

  it('sorts its predecessor lists', () => {
    expect(open().header.w[1]?.p).toEqual([bytes(16, 3), bytes(16, 9)].toSorted());
  });

  it('travels without its payload under the same id and signature', () => {
    const { change } = restricted();
    const parsed = parseChangeLine(changeLine({ ...change, payloadBytes: null }));
    expect(parsed).toEqual({ ok: true, value: { ...change, payloadBytes: null } });
    expect(parsed.ok && verifyChangeSignature(verifier, parsed.value)).toBe(true);
  });

  it('commits with fresh salt: equal payloads differ', () => {
    expect(open().header.pc).not.toBe(open().header.pc);
  });

  it('fails its signature when one bit of the header differs', () => {
    const { change } = open();
    for (let bit = 0; bit < change.headerBytes.length * 8; bit += 97) {
      const headerBytes = change.headerBytes.slice();
      headerBytes[bit >> 3] = (headerBytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifyChangeSignature(verifier, { ...change, headerBytes })).toBe(false);
    }
  });

  it('throws rather than sign what breaks the format', () => {
    const data = { d: { name: {} } };
    const w = [{ g: 'name', p: [] }];
    expect(() => buildChange({ ...template, w }, { d: { other: {} } }, signer)).toThrow(RangeError);
    expect(() => buildChange({ ...template, w, seq: 0 }, data, signer)).toThrow(RangeError);
    const text = 'x'.repeat(60_000);
    const large = { d: { name: { a: text, b: text, c: text, d: text, e: text } } };
    expect(() => buildChange({ ...template, w }, large, signer)).toThrow(RangeError);
  });
});

describe('header', () => {
  it.each<[string, { readonly [key: string]: JsonValue | undefined }]>([
    ['unknown field', { extra: 1 }],
    ['missing field', { cq: undefined }],
    ['other version', { v: 2 }],
    ['short device', { dev: bytes(15) }],
    ['stray low bits', { dev: `${bytes(16).slice(0, -1)}h` }],
    ['padded base64', { inc: `${bytes(8)}=` }],
    ['seq 0', { seq: 0 }],
    ['seq as text', { seq: '1' }],
    ['short prev', { prev: bytes(16) }],
    ['upper-case kind', { kind: 'Forum' }],
    ['kv 0', { kv: 0 }],
    ['mu 2', { mu: 2 }],
    ['mu true', { mu: true }],
    ['audience unknown', { aud: 'secret' }],
    ['open kind in a restricted change', { aud: 'restricted' }],
    ['restricted kind in an open change', { kind: 'restricted' }],
    ['roster version 0', { ros: 0 }],
    ['own of 32 bytes', { own: bytes(32) }],
    ['negative hlc', { hlc: '-198c0de00000000' }],
    ['hlc of 2^64', { hlc: '10000000000000000' }],
    ['hlc as number', { hlc: 1 }],
    ['clock quality 4', { cq: 4 }],
    ['clock quality -1', { cq: -1 }],
    ['no groups', { w: [] }],
    ['129 groups', { w: Array.from({ length: 129 }, (_, i) => ({ g: `g${i}`, p: [] })) }],
    [
      'same group twice',
      {
        w: [
          { g: 'name', p: [] },
          { g: 'name', p: [] },
        ],
      },
    ],
    ['restricted token in an open change', { w: [{ g: 'r1', p: [] }] }],
    ['element id in capitals', { w: [{ g: `members:${element.toUpperCase()}`, p: [] }] }],
    ['group with another field', { w: [{ g: 'name', p: [], q: 1 }] }],
    ['65 predecessors', { w: [{ g: 'name', p: Array.from({ length: 65 }, (_, i) => bytes(16, i)).toSorted() }] }],
    ['unsorted predecessors', { w: [{ g: 'name', p: [bytes(16, 9), bytes(16, 3)].toSorted().reverse() }] }],
    ['repeated predecessor', { w: [{ g: 'name', p: [bytes(16), bytes(16)] }] }],
    ['predecessor of 32 bytes', { w: [{ g: 'name', p: [bytes(32)] }] }],
  ])('refuses %s', (_name, changes) => {
    expect(headerWith(changes)).toEqual({ ok: false, error: { code: 'change/form' } });
  });

  it.each<[string, { readonly [key: string]: JsonValue }]>([
    ['128 groups', { w: Array.from({ length: 128 }, (_, i) => ({ g: `g${i}`, p: [] })) }],
    ['64 predecessors', { w: [{ g: 'name', p: Array.from({ length: 64 }, (_, i) => bytes(16, i)).toSorted() }] }],
    ['any clock', { hlc: 'ffffffffffffffff', wall: -1 }],
    ['an ownership head', { own: bytes(16) }],
    ['a kind this version does not know', { kind: 'weather.observed', kv: 9, mu: 1, at: 'weather' }],
  ])('takes %s', (_name, changes) => {
    expect(headerWith(changes).ok).toBe(true);
  });

  it('refuses more than 16 KiB', () => {
    const w = Array.from({ length: 128 }, (_, i) => ({ g: `${'g'.repeat(60)}${i}:${element}`, p: [bytes(16)] }));
    expect(headerWith({ w })).toEqual({ ok: false, error: { code: 'change/form' } });
  });
});

describe('payload', () => {
  const fault = (payload: JsonValue, of = open()) => {
    const payloadBytes = canonicalize(payload);
    const parsed = parsePayload(of.header, payloadBytes);
    return parsed.ok ? 'ok' : parsed.error.code;
  };

  it.each<[string, (salt: string) => JsonValue]>([
    ['group the header does not name', (salt) => ({ d: { name: {}, other: {} }, salt })],
    ['one group less', (salt) => ({ d: { name: {} }, salt })],
    ['value that is no object', (salt) => ({ d: { name: 'x', [`members:${element}`]: null }, salt })],
    ['value that is a list', (salt) => ({ d: { name: [], [`members:${element}`]: null }, salt })],
    ['true kind in an open change', (salt) => ({ d: { name: {}, [`members:${element}`]: null }, k: 'x', salt })],
    ['short salt', () => ({ d: { name: {}, [`members:${element}`]: null }, salt: bytes(15) })],
    ['list', () => []],
  ])('refuses a %s', (_name, make) => {
    expect(fault(make(open().payload.salt))).toBe('change/form');
  });

  it('refuses a restricted payload without its true kind', () => {
    const of = restricted();
    expect(fault({ d: { r12: {} }, salt: of.payload.salt }, of)).toBe('change/form');
  });

  it('refuses one that does not match the commitment', () => {
    const of = open();
    const d = { name: { ar: 'آخر' }, [`members:${element}`]: null };
    expect(fault({ d, salt: of.payload.salt }, of)).toBe('change/commitment');
  });
});

describe('line', () => {
  const text = fromUtf8(changeLine(open().change)) ?? '';
  it.each([
    ['one tab', text.replace('\t', ' ')],
    ['three tabs', `${text}\t`],
    ['four tabs', text.replaceAll('\t', '\t\t')],
    ['no header', text.slice(text.indexOf('\t'))],
    ['no payload', text.replace(/\t.*\t/, '\t\t')],
    ['short signature', text.slice(0, -1)],
    ['signature with stray bits', `${text.slice(0, -1)}h`],
    ['newline within', `${text}\n`],
    ['nothing', ''],
    ['header of 16 KiB + 1', `${' '.repeat(16 * 1024 + 1)}\t-\t${bytes(64)}`],
    ['payload of 256 KiB + 1', `{}\t${' '.repeat(256 * 1024 + 1)}\t${bytes(64)}`],
  ])('refuses %s', (_name, line) => {
    expect(parseChangeLine(utf8(line))).toEqual({ ok: false, error: { code: 'section/form' } });
  });

  it('takes header and payload at their limits, and leaves their form to the change', () => {
    const line = utf8(`${' '.repeat(16 * 1024)}\t${' '.repeat(256 * 1024)}\t${bytes(64)}`);
    expect(line.length).toBe(longestChangeLine);
    expect(parseChangeLine(line).ok).toBe(true);
  });
});

it('parses and checks ten thousand changes in well under two seconds', () => {
  const lines = Array.from({ length: 100 }, () => changeLine(open().change));
  const start = performance.now();
  let good = 0;
  for (let i = 0; i < 10_000; i++) {
    const parsed = parseChangeLine(lines[i % lines.length] ?? utf8(''));
    if (!parsed.ok) continue;
    const header = parseHeader(parsed.value.headerBytes);
    if (header.ok && parsePayload(header.value, parsed.value.payloadBytes ?? utf8('')).ok) good++;
  }
  expect(good).toBe(10_000);
  expect(performance.now() - start).toBeLessThan(2000);
});
