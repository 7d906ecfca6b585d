/** @file What sticks bring that is no plain file: each has its own code, and leaves nothing behind. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '#core/crypto/random.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { copyIn, isDangerousName } from './copy-in.ts';

let stick = '';
let spool = '';
beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'jisr-copy-in-'));
  [stick, spool] = [join(base, 'stick'), join(base, 'spool')];
  mkdirSync(stick);
  mkdirSync(spool);
});
afterEach(() => rmSync(join(stick, '..'), { recursive: true, force: true }));

async function codeOf(name: string, maxBytes?: number): Promise<string> {
  const copied = await copyIn(join(stick, name), join(spool, 'copy'), maxBytes);
  if (copied.ok) rmSync(join(spool, 'copy'));
  expect(readdirSync(spool)).toEqual([]);
  return copied.ok ? 'ok' : copied.error.code;
}

it('copies a plain file and says its size and hash', async () => {
  const bytes = randomBytes(700_001);
  writeFileSync(join(stick, 'a.cpb'), bytes);
  const copied = await copyIn(join(stick, 'a.cpb'), join(spool, 'copy'));
  expect(copied).toEqual({ ok: true, value: { bytes: 700_001, sha256: sha256(bytes) } });
  expect(new Uint8Array(readFileSync(join(spool, 'copy')))).toEqual(bytes);
});

it('refuses a file that changes while it is read', async () => {
  const path = join(stick, 'grows.cpb');
  writeFileSync(path, randomBytes(3_000_000));
  let reading = true;
  const grow = async (): Promise<void> => {
    while (reading) await appendFile(path, 'more');
  };
  const growing = grow();
  const code = await codeOf('grows.cpb');
  reading = false;
  await growing;
  expect(code).toBe('file/changed');
});

it('refuses a file whose reading fails', async () => {
  // A plain file for who looks at it, whose first byte cannot be read.
  const copied = await copyIn('/proc/self/mem', join(spool, 'copy'));
  expect(copied).toMatchObject({ ok: false, error: { code: 'file/cannot-read' } });
});

it('refuses links, folders, pipes and devices without opening what they stand for', async () => {
  writeFileSync(join(stick, 'real.cpb'), 'x');
  symlinkSync(join(stick, 'real.cpb'), join(stick, 'link.cpb'));
  symlinkSync('/dev/zero', join(stick, 'device.cpb'));
  mkdirSync(join(stick, 'folder.cpb'));
  execFileSync('mkfifo', [join(stick, 'pipe.cpb')]);
  for (const name of ['link.cpb', 'device.cpb', 'folder.cpb', 'pipe.cpb']) {
    expect([name, await codeOf(name)]).toEqual([name, 'file/not-a-file']);
  }
  expect((await copyIn('/dev/zero', join(spool, 'copy'))).ok).toBe(false);
});

it('refuses a sparse file of 5 GB at once, and stops at the limit while it reads', async () => {
  writeFileSync(join(stick, 'sparse.cpb'), '');
  truncateSync(join(stick, 'sparse.cpb'), 5_000_000_000);
  expect(await codeOf('sparse.cpb')).toBe('file/oversized');
  writeFileSync(join(stick, 'ten'), '0123456789');
  expect(await codeOf('ten', 9)).toBe('file/oversized');
  expect(await codeOf('ten', 10)).toBe('ok');
});

it('reads files by their contents whatever their name, but for names that mean something else on Windows', async () => {
  for (const name of [`${'n'.repeat(251)}.cpb`, 'اسم طويل.cpb', '-rf', 'CP-beef-0a0b0c.CPB']) {
    writeFileSync(join(stick, name), 'x');
    expect([name, await codeOf(name)]).toEqual([name, 'ok']);
  }
  // No file system takes such a name; the answer is one of ours all the same.
  expect(await codeOf(`${'n'.repeat(300)}.cpb`)).toBe('file/cannot-read');
  for (const name of ['CON', 'nul.cpb', 'com1.txt', 'a.cpb.', 'a ']) {
    writeFileSync(join(stick, name), 'x');
    expect([name, await codeOf(name)]).toEqual([name, 'file/not-a-file']);
  }
  expect(isDangerousName('console.cpb')).toBe(false);
});

it('says when the file is not there', async () => {
  expect(await codeOf('gone.cpb')).toBe('file/not-found');
});
