import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect, oneAfterAnother } from '#core/crypto/age.ts';
import { toHex, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { readTar, TarFault, writeTar } from './tar.ts';

const files: Record<string, Uint8Array> = {
  'backup.json': utf8('{}'),
  'jisr.db': randomBytes(5000),
  'blobs/ab/empty': new Uint8Array(0),
  'blobs/ab/whole': randomBytes(1024),
};

async function* entries(of: Record<string, Uint8Array> = files) {
  for (const [name, contents] of Object.entries(of)) {
    yield { name, bytes: contents.length, contents: oneAfterAnother(contents) };
  }
}

async function unpacked(archive: Uint8Array): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, contents } of readTar(oneAfterAnother(archive.subarray(0, 700), archive.subarray(700)))) {
    found[name] = toHex(await collect(contents));
  }
  return found;
}

test('gives back what was put in', async () => {
  const archive = await collect(writeTar(entries()));
  const wanted = Object.fromEntries(Object.entries(files).map(([name, contents]) => [name, toHex(contents)]));
  expect(await unpacked(archive)).toEqual(wanted);
});

test('passes over what nobody reads', async () => {
  const names: string[] = [];
  for await (const { name } of readTar(writeTar(entries()))) names.push(name);
  expect(names).toEqual(Object.keys(files));
});

test('is opened by tar', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jisr-tar-'));
  try {
    writeFileSync(join(folder, 'a.tar'), await collect(writeTar(entries())));
    execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
    for (const [name, contents] of Object.entries(files)) {
      expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(contents);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('refuses a cut archive, a changed header and names that lead elsewhere', async () => {
  const archive = await collect(writeTar(entries()));
  await expect(unpacked(archive.subarray(0, archive.length - 512))).rejects.toThrow(TarFault);
  await expect(unpacked(archive.subarray(0, 3000))).rejects.toThrow(TarFault);
  await expect(unpacked(new Uint8Array([...archive, 1]))).rejects.toThrow(TarFault);
  await expect(unpacked(archive.with(110, 0x31))).rejects.toThrow(TarFault);
  await expect(collect(writeTar(entries({ '../up': utf8('x') })))).rejects.toThrow(RangeError);
});

test('notices contents that are not as long as was said', async () => {
  async function* lying() {
    yield { name: 'x', bytes: 3, contents: oneAfterAnother(utf8('ab')) };
  }
  await expect(collect(writeTar(lying()))).rejects.toThrow('not as long');
});
