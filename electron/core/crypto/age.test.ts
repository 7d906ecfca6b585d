import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxHeaderBytes } from './age-header.ts';
import {
  AgeError,
  collect,
  generateAgeIdentity,
  isAcceptableRecipient,
  oneAfterAnother,
  openAge,
  recipientOf,
  sealAge,
} from './age.ts';
import { concatBytes, fromUtf8, utf8 } from './bytes.ts';
import { randomBytes } from './random.ts';

const chunk = 64 * 1024;
const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 2 * chunk + 1];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-age-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What came out before the end, and how it ended. */
async function open(
  identity: string,
  file: AsyncIterable<Uint8Array>,
): Promise<{ plaintext: Uint8Array; code: string }> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of openAge(identity, file)) parts.push(part);
  } catch (error) {
    if (!(error instanceof AgeError)) throw error;
    return { plaintext: concatBytes(...parts), code: error.code };
  }
  return { plaintext: concatBytes(...parts), code: 'ok' };
}

const seal = (recipient: string, plaintext: Uint8Array): Promise<Uint8Array> =>
  collect(sealAge([recipient], oneAfterAnother(plaintext)));

test.each(sizes)('the age command opens what we seal: %i bytes', async (size) => {
  const { identity, recipient } = await generateAgeIdentity();
  const plaintext = randomBytes(size);
  const keyFile = join(folder, 'key.txt');
  writeFileSync(keyFile, `${identity}\n`);
  const sealed = await collect(sealAge([recipient], oneAfterAnother(plaintext), { padStanzas: 4 }));
  const opened = execFileSync('age', ['-d', '-i', keyFile], { input: sealed, maxBuffer: 1 << 24 });
  expect(opened.equals(plaintext)).toBe(true);
});

test.each(sizes)('opens what the age command seals: %i bytes', async (size) => {
  const { identity, recipient } = await generateAgeIdentity();
  const plaintext = randomBytes(size);
  const sealed = execFileSync('age', ['-r', recipient], { input: plaintext, maxBuffer: 1 << 24 });
  expect(await open(identity, oneAfterAnother(sealed))).toEqual({ plaintext, code: 'ok' });
});

test('works with keys made by age-keygen', async () => {
  const text = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const identity = /AGE-SECRET-KEY-1\w+/.exec(text)?.[0] ?? '';
  expect(await recipientOf(identity)).toBe(/age1\w+/.exec(text)?.[0]);
  const sealed = await seal(await recipientOf(identity), utf8('جسر'));
  expect(fromUtf8(await collect(openAge(identity, oneAfterAnother(sealed))))).toBe('جسر');
});

test('does not depend on how the file is cut into pieces', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const plaintext = randomBytes(3 * chunk + 17);
  const sealed = await seal(recipient, plaintext);
  for (const length of [1000, chunk, 5 * chunk]) {
    expect(await open(identity, pieces(sealed, length))).toEqual({ plaintext, code: 'ok' });
  }
  const inPieces = await collect(sealAge([recipient], pieces(plaintext, 777)));
  expect(await open(identity, oneAfterAnother(inPieces))).toEqual({ plaintext, code: 'ok' });
});

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += length) yield bytes.subarray(i, i + length);
}

test('pads the number of stanzas with throw-away recipients', async () => {
  const mine = await generateAgeIdentity();
  const other = await generateAgeIdentity();
  const sealed = await collect(
    sealAge([mine.recipient, other.recipient], oneAfterAnother(utf8('x')), { padStanzas: 4 }),
  );
  expect(
    Buffer.from(sealed)
      .toString('latin1')
      .match(/^-> X25519 /gm),
  ).toHaveLength(4);
  expect((await open(mine.identity, oneAfterAnother(sealed))).code).toBe('ok');
  expect((await open(other.identity, oneAfterAnother(sealed))).code).toBe('ok');
});

test('seals to 24 recipients and not to 25, nor to none', async () => {
  const { recipient } = await generateAgeIdentity();
  const to = (count: number) => collect(sealAge(Array(count).fill(recipient), oneAfterAnother(utf8('x'))));
  await expect(to(24)).resolves.toBeInstanceOf(Uint8Array);
  await expect(to(25)).rejects.toThrow(RangeError);
  await expect(to(0)).rejects.toThrow(RangeError);
});

test('a file to 24 recipients stays within the limits of the reader', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await collect(sealAge([recipient], oneAfterAnother(utf8('x')), { padStanzas: 24 }));
  expect((await open(identity, oneAfterAnother(sealed))).code).toBe('ok');
});

test('refuses recipients that are misspelt, of low order, post-quantum or plug-ins', async () => {
  const { recipient } = await generateAgeIdentity();
  expect(await isAcceptableRecipient(recipient)).toBe(true);
  const lowOrder = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqwu9nxk';
  const lastChanged = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
  for (const text of ['', lastChanged, lowOrder, recipient.toUpperCase(), 'age1pq1qqqq', 'age1yubikey1qqqq']) {
    expect(await isAcceptableRecipient(text)).toBe(false);
  }
  await expect(collect(sealAge(['age1pq1qqqq'], oneAfterAnother()))).rejects.toThrow(RangeError);
});

test('tells a file for someone else from a damaged one', async () => {
  const { recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, utf8('x'));
  expect((await open((await generateAgeIdentity()).identity, oneAfterAnother(sealed))).code).toBe('bundle/not-for-us');
});

test('gives every complete chunk of a cut file, then says that it is cut', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const plaintext = randomBytes(5 * chunk + 100);
  const sealed = await seal(recipient, plaintext);
  const header = sealed.length - plaintext.length - 6 * 16;
  for (const length of [header + 3 * (chunk + 16) + 5, header + 3 * (chunk + 16) + chunk, sealed.length - 1]) {
    const { plaintext: given, code } = await open(identity, oneAfterAnother(sealed.subarray(0, length)));
    expect(code).toBe('bundle/truncated');
    expect(given).toEqual(plaintext.subarray(0, Math.floor((length - header) / (chunk + 16)) * chunk));
  }
  // Cut between two chunks, the last whole one might have been the end or not: it is not given out.
  const atEdge = await open(identity, oneAfterAnother(sealed.subarray(0, header + 3 * (chunk + 16))));
  expect(atEdge).toEqual({ plaintext: plaintext.subarray(0, 2 * chunk), code: 'bundle/truncated' });
});

test('gives the chunks before a flipped byte, then says that the file is damaged', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const plaintext = randomBytes(5 * chunk);
  const sealed = await seal(recipient, plaintext);
  const header = sealed.length - plaintext.length - 5 * 16;
  const flipped = sealed.slice();
  const at = header + 2 * (chunk + 16) + 1234;
  flipped[at] = (flipped[at] ?? 0) ^ 0x40;
  const expected = { plaintext: plaintext.subarray(0, 2 * chunk), code: 'bundle/corrupt' };
  expect(await open(identity, oneAfterAnother(flipped))).toEqual(expected);
});

test('refuses swapped chunks and bytes after the end', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, randomBytes(3 * chunk));
  const header = sealed.length - 3 * (chunk + 16);
  const part = (i: number) => sealed.subarray(header + i * (chunk + 16), header + (i + 1) * (chunk + 16));
  const swapped = concatBytes(sealed.subarray(0, header), part(1), part(0), part(2));
  expect(await open(identity, oneAfterAnother(swapped))).toEqual({
    plaintext: new Uint8Array(),
    code: 'bundle/corrupt',
  });
  const longer = await open(identity, oneAfterAnother(concatBytes(sealed, utf8('more'))));
  expect(longer.code).toBe('bundle/corrupt');
});

test('a changed header is damage, however small the file', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, utf8('x'));
  const text = Buffer.from(sealed).toString('latin1');
  const mac = text.indexOf('--- ') + 4;
  const flipped = sealed.slice();
  flipped[mac] = sealed[mac] === 0x41 ? 0x42 : 0x41;
  expect((await open(identity, oneAfterAnother(flipped))).code).toBe('bundle/corrupt');
});

test.each([
  ['nothing', ''],
  ['one byte', 'a'],
  ['a text', 'Minutes of the meeting, as a text file with another name'],
  ['armour', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'],
  ['a later version', 'age-encryption.org/v2\n-> X25519 x\n'],
  ['line ends of Windows', 'age-encryption.org/v1\r\n-> X25519 x\r\n'],
])('says of %s that it is no age file', async (_, text) => {
  const { identity } = await generateAgeIdentity();
  expect((await open(identity, oneAfterAnother(utf8(text)))).code).toBe('bundle/not-age');
});

test('says of a header that ends early that it is cut', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, utf8('x'));
  for (const length of [23, 80, Buffer.from(sealed).indexOf('--- ') + 20]) {
    expect((await open(identity, oneAfterAnother(sealed.subarray(0, length)))).code).toBe('bundle/truncated');
  }
  const nonceCut = sealed.subarray(0, sealed.length - 17 - 3);
  expect((await open(identity, oneAfterAnother(nonceCut))).code).toBe('bundle/truncated');
});

test('a file sealed with a passphrase is not for us, and is not worked on', async () => {
  const { identity } = await generateAgeIdentity();
  const file = utf8(
    `age-encryption.org/v1\n-> scrypt 3Cea3RJMQj9qQy5nfEoYQg 20\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
  );
  expect((await open(identity, oneAfterAnother(file))).code).toBe('bundle/not-for-us');
});

test.each([
  ['an endless first line', 'age-encryption.org/v1', 'A', 'bundle/not-age'],
  ['an endless line', 'age-encryption.org/v1\n-> X25519 ', 'A', 'bundle/header-too-large'],
  ['an endless stanza', 'age-encryption.org/v1\n-> X25519 x\n', `${'A'.repeat(64)}\n`, 'bundle/header-too-large'],
  ['endless stanzas', 'age-encryption.org/v1\n', `-> X25519 x\n${'A'.repeat(43)}\n`, 'bundle/header-too-large'],
])('stops reading at %s', async (_, beginning, repeated, code) => {
  const { identity } = await generateAgeIdentity();
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield utf8(beginning);
    for (;;) {
      const piece = utf8(repeated.repeat(Math.ceil(4096 / repeated.length)));
      read += piece.length;
      yield piece;
    }
  }
  expect((await open(identity, endless())).code).toBe(code);
  expect(read).toBeLessThanOrEqual(maxHeaderBytes + 8192);
});

test('refuses 10 000 stanzas at once, in little time and memory', async () => {
  const { identity } = await generateAgeIdentity();
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
  const file = utf8(`age-encryption.org/v1\n${stanza.repeat(10_000)}--- ${'A'.repeat(43)}\n`);
  const heap = process.memoryUsage().arrayBuffers;
  const started = performance.now();
  expect((await open(identity, oneAfterAnother(file))).code).toBe('bundle/header-too-large');
  expect(performance.now() - started).toBeLessThan(1000);
  expect(process.memoryUsage().arrayBuffers - heap).toBeLessThan(4 << 20);
});

test('refuses 25 stanzas and takes 24', async () => {
  const { identity } = await generateAgeIdentity();
  const file = (count: number) =>
    utf8(`age-encryption.org/v1\n${`-> grease x\n${'A'.repeat(43)}\n`.repeat(count)}--- ${'A'.repeat(43)}\n`);
  expect((await open(identity, oneAfterAnother(file(24)))).code).toBe('bundle/not-for-us');
  expect((await open(identity, oneAfterAnother(file(25)))).code).toBe('bundle/header-too-large');
});

test('refuses a header that mixes X25519 with post-quantum or passphrase stanzas', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = Buffer.from(await seal(recipient, utf8('x'))).toString('latin1');
  for (const type of ['mlkem768x25519', 'scrypt']) {
    const mixed = sealed.replace('-> X25519', `-> ${type} x\n${'A'.repeat(43)}\n-> X25519`);
    expect((await open(identity, oneAfterAnother(Buffer.from(mixed, 'latin1')))).code).toBe('bundle/corrupt');
  }
});

test('passes on an error of the source unchanged', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, randomBytes(2 * chunk));
  const unplugged = Object.assign(new Error('unplugged'), { code: 'EIO' });
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield sealed.subarray(0, chunk);
    throw unplugged;
  }
  await expect(collect(openAge(identity, failing()))).rejects.toBe(unplugged);
});

test('closes the source when the reader stops early', async () => {
  const { identity, recipient } = await generateAgeIdentity();
  const sealed = await seal(recipient, randomBytes(4 * chunk));
  let closed = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces(sealed, chunk);
    } finally {
      closed++;
    }
  }
  for await (const part of openAge(identity, source())) {
    expect(part).toHaveLength(chunk);
    break;
  }
  expect(closed).toBe(1);
});
