import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { utf8 } from '#core/crypto/bytes.ts';
import { writeFileAtomically } from './atomic-write.ts';
import { fileErrorOf } from './file-error.ts';
import { ensureFreeBytes, freeBytes } from './free-space.ts';
import { sweepUnfinished } from './sweep.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jisr-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

test('writes a file whole, says its size and hash, and leaves nothing else', async () => {
  const contents = randomBytes(300_000);
  const written = await writeFileAtomically(join(folder, 'a.bin'), contents, { readBack: true });
  expect(written).toEqual({ ok: true, value: { bytes: 300_000, sha256: sha256(contents) } });
  expect(new Uint8Array(readFileSync(join(folder, 'a.bin')))).toEqual(contents);
  expect(readdirSync(folder)).toEqual(['a.bin']);
});

test('writes a stream of pieces, empty ones included', async () => {
  const written = await writeFileAtomically(join(folder, 'a'), pieces(utf8('ab'), utf8(''), utf8('c')));
  expect(written.ok && written.value.bytes).toBe(3);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('abc');
});

test('replaces an existing file', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  await writeFileAtomically(join(folder, 'a'), utf8('new'));
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
});

test('keeps the old file when the contents fail half way, and passes their error on', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  const failure = new Error('no more');
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield utf8('half');
    throw failure;
  }
  await expect(writeFileAtomically(join(folder, 'a'), failing())).rejects.toBe(failure);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('answers with a code when the folder is gone', async () => {
  const written = await writeFileAtomically(join(folder, 'nowhere', 'a'), utf8('x'));
  expect(written).toEqual({ ok: false, error: { code: 'file/not-found', params: {} } });
});

test('answers with a code when the name is taken by a folder, and removes its part', async () => {
  mkdirSync(join(folder, 'a'));
  const written = await writeFileAtomically(join(folder, 'a'), utf8('x'));
  expect(written.ok).toBe(false);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('gives one code to everything a pulled stick can say, and throws what is not of the file system', () => {
  for (const code of ['EIO', 'ENOTCONN', 'ECONNABORTED', 'UNKNOWN']) {
    expect(fileErrorOf(Object.assign(new Error(), { code })).code).toBe('file/cannot-write');
  }
  expect(fileErrorOf(Object.assign(new Error(), { code: 'ENOSPC' }), 12)).toEqual({
    code: 'file/no-space',
    params: { needBytes: 12, freeBytes: 0 },
  });
  expect(() => fileErrorOf(new TypeError('bug'))).toThrow(TypeError);
});

test('sweeps parts and temporary files, and nothing else', async () => {
  for (const name of ['a.part', 'b.tmp', 'keys.a', 'part', 'c.part.cpb']) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'd.tmp'));
  expect(await sweepUnfinished(folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['c.part.cpb', 'd.tmp', 'keys.a', 'part']);
  expect(await sweepUnfinished(join(folder, 'nowhere'))).toBe(0);
});

test('knows the free space, and says when a file will not fit', async () => {
  const free = await freeBytes(folder);
  expect(free.ok && free.value).toBeGreaterThan(0);
  expect(await ensureFreeBytes(folder, 10)).toEqual({ ok: true, value: null });
  expect(await ensureFreeBytes(folder, 2 ** 60)).toMatchObject({
    ok: false,
    error: { code: 'file/no-space', params: { needBytes: 2 ** 60 } },
  });
  expect(await freeBytes(join(folder, 'nowhere'))).toEqual({
    ok: false,
    error: { code: 'file/not-found', params: {} },
  });
});
