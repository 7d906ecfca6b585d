import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlobRef } from '#core/changes/blob-ref.ts';
import { run } from '#core/changes/statements.ts';
import { AgeError, collect, oneAfterAnother, openAge } from '#core/crypto/age.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { initHome } from '#core/testing/test-app.ts';
import { blobFolder, blobPath, partPath } from './blob-files.ts';
import { blobState } from './blob-rows.ts';
import { importBlob, putSealed } from './import-blob.ts';
import { keepBlobHouse } from './keep-house.ts';
import { openBlob, readSealed } from './open-blob.ts';

let app: BulkApp;
beforeEach(async () => {
  app = await createBulkApp();
  await initHome(app, 'office');
});
afterEach(() => app.close());

const day = 24 * 60 * 60 * 1000;

const imported = (pieces: readonly Uint8Array[], kind: 'file' | 'preview' = 'file') =>
  inTransaction(app.home().store, () => importBlob(app, app.home(), pieces, kind));

async function kept(...pieces: Uint8Array[]): Promise<BlobRef> {
  const made = await imported(pieces);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const house = (now = app.clock) => keepBlobHouse(app, app.home().store.raw, now);
const stateOf = (id: string) => blobState(app.home().store.raw, id)?.state;
const filesHere = (): string[] =>
  readdirSync(blobFolder(app), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('importing', () => {
  it('keeps a file under the hash of its ciphertext, and gives it back', async () => {
    const contents = randomBytes(200_000);
    const blob = await kept(contents.subarray(0, 70_000), contents.subarray(70_000));
    const sealed = readFileSync(blobPath(app, blob.id));
    expect(toHex(sha256(sealed))).toBe(blob.id);
    expect(blob).toMatchObject({ total: sealed.length, bytes: 200_000 });
    expect(await collect(openBlob(app, blob))).toEqual(contents);
    expect(await collect(readSealed(app, blob.id))).toEqual(new Uint8Array(sealed));
    expect(stateOf(blob.id)).toBe('whole');
    expect(sealed.includes(Buffer.from(contents.subarray(0, 16)))).toBe(false);
  });

  it('gives each file a key of its own, and lengths that tell little', async () => {
    const contents = randomBytes(5000);
    const [a, b, c] = [await kept(contents), await kept(contents), await kept(contents.subarray(0, 4990))];
    expect(new Set([a.id, b.id, c.id, a.key, b.key, c.key]).size).toBe(6);
    expect(new Set([a.total, b.total, c.total]).size).toBe(1);
    await expect(collect(openBlob(app, { ...a, key: b.key }))).rejects.toThrow(AgeError);
  });

  it('is an age file that stock tools open: the contents and zero bytes', async () => {
    const contents = randomBytes(5000);
    const { id, key } = await kept(contents);
    const plain = await collect(openAge(key, oneAfterAnother(readFileSync(blobPath(app, id)))));
    expect(plain.subarray(0, 5000)).toEqual(contents);
    expect(plain.subarray(5000).every((byte) => byte === 0)).toBe(true);
  });

  it('takes files up to 20 MB and previews up to 40 kB, none that is empty, and leaves nothing of what it refuses', async () => {
    expect((await imported([new Uint8Array(40_000)], 'preview')).ok).toBe(true);
    const before = filesHere();
    const tooLarge = { ok: false, error: { code: 'blob/size', params: {} } };
    expect(await imported([new Uint8Array(40_001)], 'preview')).toEqual(tooLarge);
    expect(await imported([])).toEqual(tooLarge);
    expect(await imported([new Uint8Array(0)])).toEqual(tooLarge);
    expect(await imported([new Uint8Array(19_000_000), new Uint8Array(1_000_001)])).toEqual(tooLarge);
    expect(filesHere()).toEqual(before);
    expect(await imported([new Uint8Array(19_000_000), new Uint8Array(1_000_000)])).toMatchObject({ ok: true });
  });

  it('keeps what others have sealed', async () => {
    const sealed = randomBytes(3000);
    const put = await inTransaction(app.home().store, () => putSealed(app, app.home(), oneAfterAnother(sealed)));
    expect(put).toEqual({ ok: true, value: { id: toHex(sha256(sealed)), total: 3000 } });
    expect(await collect(readSealed(app, toHex(sha256(sealed))))).toEqual(sealed);
  });

  it('says when the disk does not take it', async () => {
    rmSync(blobFolder(app), { recursive: true, force: true });
    writeFileSync(blobFolder(app), '');
    expect(await imported([randomBytes(10)])).toMatchObject({ ok: false, error: { code: 'file/cannot-write' } });
    rmSync(blobFolder(app));
  });
});

describe('an id', () => {
  it('leads nowhere else', () => {
    for (const id of ['../../keys.a', `${'0'.repeat(63)}/`, 'A'.repeat(64), '']) {
      expect(() => blobPath(app, id)).toThrow(RangeError);
    }
  });
});

describe('opening a home', () => {
  it('removes parts of imports at once, and files that nobody names after a day', async () => {
    const blob = await kept(randomBytes(10));
    const orphan = join(dirname(blobPath(app, blob.id)), '0'.repeat(64));
    const stray = partPath(app, 'f'.repeat(64));
    mkdirSync(dirname(stray), { recursive: true });
    for (const path of [orphan, stray, join(blobFolder(app), 'x.tmp')]) writeFileSync(path, 'x');
    utimesSync(orphan, (app.clock - 1000) / 1000, (app.clock - 1000) / 1000);
    await house();
    expect(filesHere().toSorted()).toEqual([blob.id, '0'.repeat(64)].toSorted());
    await house(app.clock + day);
    expect(filesHere()).toEqual([blob.id]);
  });

  it('wants again what is gone, and takes what lies there after all', async () => {
    const [a, b] = [await kept(randomBytes(10)), await kept(randomBytes(10))];
    const aside = join(app.folder, 'aside');
    renameSync(blobPath(app, a.id), aside);
    writeFileSync(blobPath(app, b.id), 'cut');
    expect(await house()).toEqual({ lost: 2 });
    expect([stateOf(a.id), stateOf(b.id)]).toEqual(['wanted', 'wanted']);
    mkdirSync(dirname(blobPath(app, a.id)), { recursive: true });
    renameSync(aside, blobPath(app, a.id));
    writeFileSync(blobPath(app, b.id), new Uint8Array(b.total));
    expect(await house()).toEqual({ lost: 0 });
    expect([stateOf(a.id), stateOf(b.id)]).toEqual(['whole', 'wanted']);
  });

  it('counts parts only as far as their file goes', async () => {
    const { id, total } = await kept(randomBytes(10));
    const { raw } = app.home().store;
    rmSync(blobPath(app, id));
    const claim = () => run(raw, "UPDATE blob SET state = 'partial', ranges = '[[0,1000]]' WHERE id = ?", id);
    claim();
    await house();
    expect(blobState(raw, id)).toEqual({ state: 'wanted', total, hereBytes: 0 });
    claim();
    writeFileSync(partPath(app, id), new Uint8Array(999));
    await house();
    expect(blobState(raw, id)).toMatchObject({ state: 'wanted' });
    claim();
    writeFileSync(partPath(app, id), new Uint8Array(1000));
    await house();
    expect(blobState(raw, id)).toEqual({ state: 'partial', total, hereBytes: 1000 });
    expect(existsSync(partPath(app, id))).toBe(true);
  });
});
