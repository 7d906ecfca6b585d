/** @file Parts of blobs in any order, again, overlapping, cut anywhere; sizes that no bundle exceeds (invariants). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blobPath } from '#core/blobs/blob-files.ts';
import { blobState, readBlobRow } from '#core/blobs/blob-rows.ts';
import type { ByteRange } from '#core/blobs/ranges.ts';
import { createBlobTaker, type TakenBlobs } from '#core/blobs/take-parts.ts';
import { run } from '#core/changes/statements.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type Attached, attach } from '#core/testing/attach.ts';
import { blobPart, bundleBytes, chainOfChanges, createTestDevice, readerContext } from '#core/testing/bundles.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { ok } from '#shared/lib/result.ts';
import type { OutgoingPart } from './blob-queue.ts';
import { readBundle } from './bundle-reader.ts';

let directorate: BulkApp;
let office: BulkApp;
beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
}, 30_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});

const peer = new Uint8Array(16).fill(1);

/** A blob that a change is said to name, nothing of which is here. */
function wantBlob(blob: Uint8Array): string {
  const id = toHex(sha256(blob));
  run(
    office.home().store.raw,
    "INSERT OR IGNORE INTO blob (id, total, state, ranges, tries, kind, first_wanted) VALUES (?, ?, 'wanted', '[]', 0, 'file', 1)",
    id,
    blob.length,
  );
  return id;
}

/** One bundle's worth of parts. */
async function take(parts: readonly OutgoingPart[]): Promise<TakenBlobs & { readonly codes: readonly string[] }> {
  const { store } = office.home();
  const taken = await inTransaction(store, async () => {
    const taker = createBlobTaker(office, store.raw, peer);
    const codes: string[] = [];
    for (const { entry, read } of parts) {
      const begun = taker.sink.begin(entry);
      if (typeof begun === 'string') codes.push(begun);
      if (typeof begun !== 'object' || begun === null) continue;
      for (const piece of read())
        for (let at = 0; at < piece.length; at += 700) begun.write(piece.subarray(at, at + 700));
      const code = begun.end(true);
      if (code !== null) codes.push(code);
    }
    return ok({ ...(await taker.finish()), codes });
  });
  if (!taken.ok) throw new Error('rolled back');
  return taken.value;
}

const total = 5000;
const range = fc
  .tuple(fc.nat(total - 1), fc.integer({ min: 1, max: 2500 }))
  .map(([off, len]): ByteRange => ({ off, len: Math.min(len, total - off) }));

it('a blob is whole when every byte came, in whatever parts, and not before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(range, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), async (bundles) => {
      const blob = randomBytes(total);
      const id = wantBlob(blob);
      const seen = new Set<number>();
      for (const ranges of [...bundles, [{ off: 0, len: total }]]) {
        const wasWhole = seen.size === total;
        const taken = await take(ranges.map(({ off, len }) => blobPart(blob, off, len)));
        for (const { off, len } of ranges) for (let i = off; i < off + len; i++) seen.add(i);
        expect(taken.codes).toEqual([]);
        expect(taken.whole).toEqual(!wasWhole && seen.size === total ? [id] : []);
        expect(blobState(office.home().store.raw, id)).toEqual({
          state: seen.size === total ? 'whole' : 'partial',
          total,
          hereBytes: seen.size,
        });
      }
      expect(new Uint8Array(readFileSync(blobPath(office, id)))).toEqual(blob);
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('bytes that differ from those here spoil one part; a wrong whole is dropped once, then told', async () => {
  const blob = randomBytes(total);
  const id = wantBlob(blob);
  const wrong = Uint8Array.from(blob);
  wrong[1500] = (wrong[1500] ?? 0) ^ 1;
  const lie = (off: number, len: number) => blobPart(wrong, off, len, { id: blobPart(blob, 0, 1).entry.id });
  expect(await take([blobPart(blob, 0, 2000), lie(1000, 3000)])).toMatchObject({ codes: ['blob/hash'], parts: 1 });
  expect(blobState(office.home().store.raw, id)?.hereBytes).toBe(2000);
  expect(await take([blobPart(blob, 0, 10, { total: total + 1 })])).toMatchObject({ codes: ['blob/range'], parts: 0 });
  const other = randomBytes(total);
  const otherId = wantBlob(other);
  const lies = blobPart(wrong, 0, total, { id: blobPart(other, 0, 1).entry.id });
  expect(await take([lies])).toMatchObject({ whole: [], bad: [] });
  expect(readBlobRow(office.home().store.raw, otherId)).toMatchObject({ state: 'wanted', ranges: '[]', tries: 1 });
  expect(await take([lies])).toMatchObject({ whole: [], bad: [otherId] });
  expect(blobState(office.home().store.raw, otherId)?.state).toBe('bad');
  // It is not asked for again; where it comes right all the same, it is taken.
  expect(await take([blobPart(other, 0, total)])).toMatchObject({ parts: 1, whole: [otherId] });
});

it('a part of a blob that nothing here names is passed over', async () => {
  expect(await take([blobPart(randomBytes(100), 0, 100)])).toEqual({ parts: 0, whole: [], bad: [], codes: [] });
});

it('a file cut anywhere gives the parts before the cut and no other', async () => {
  const from = await createTestDevice('0198c0de-0000-7000-8000-000000000001');
  const to = await createTestDevice('0198c0de-0000-7000-8000-000000000002');
  const blob = randomBytes(1_000_000);
  const blobs = Array.from({ length: 10 }, (_, i) => blobPart(blob, i * 100_000, 100_000));
  const file = await bundleBytes({ from, to, changes: chainOfChanges(from, 3), blobs });
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length), async (length) => {
      const sound: number[] = [];
      const open = await readBundle(
        (async function* () {
          yield file.subarray(0, length);
        })(),
        readerContext(to, from),
      );
      if (!open.ok) {
        expect(length).toBeLessThan(70_000);
        return;
      }
      const begin = ({ off }: { readonly off: number }) => ({
        write: () => undefined,
        end: (isSound: boolean) => {
          if (isSound) sound.push(off);
          return null;
        },
      });
      for await (const _ of open.value.sections({ begin }));
      const { blobParts, verdict } = open.value.end();
      expect(sound).toEqual(blobs.slice(0, blobParts).map(({ entry }) => entry.off));
      // The last chunk of the container is lost with a cut, and a header lies before the parts.
      expect(blobParts).toBeGreaterThanOrEqual(Math.min(10, Math.floor((length - 70_000 - 6000) / 100_000)));
      expect(blobParts).toBeLessThanOrEqual(Math.floor(length / 100_000));
      expect(verdict).toBe(length === file.length ? 'complete' : 'cut');
    }),
    { numRuns: 60, examples: [[file.length], [file.length - 1]] },
  );
}, 60_000);

async function answer(): Promise<void> {
  const to = directorate.app.grantPath(directorate.folder, 'folder');
  const { file } = await directorate.call('exchange.write', { to });
  await office.call('exchange.takeIn', { files: [office.app.grantPath(file, 'file')] });
}

it('no bundle exceeds its size, and everything arrives', async () => {
  const budgets = fc.array(fc.integer({ min: 120_000, max: 900_000 }), { minLength: 1, maxLength: 4 });
  const sizes = fc.array(fc.integer({ min: 1, max: 1_200_000 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(sizes, budgets, fc.boolean(), async (files, limits, answers) => {
      const { id } = await office.call('forums.create', { fields: sampleForum() });
      const attached: Attached[] = [];
      for (const bytes of files)
        attached.push(await attach(office, { record: id, at: 'forum', group: 'file' }, bytes, 500));
      const all = files.reduce((sum, bytes) => sum + bytes * 1.12 + 10_000, 0);
      const most = 4 + Math.ceil((2 * all) / 40_000);
      const isHere = () =>
        attached.every(({ blob }) => blobState(directorate.home().store.raw, blob.id)?.state === 'whole');
      for (let i = 0; !isHere(); i++) {
        expect(i).toBeLessThan(most);
        const budgetBytes = limits[i % limits.length] ?? 120_000;
        const to = office.app.grantPath(office.folder, 'folder');
        const written = await office.call('exchange.write', { to, budgetBytes });
        expect(written.bytes).toBeLessThanOrEqual(budgetBytes);
        await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(written.file, 'file')] });
        if (answers) await answer();
      }
      // What was never confirmed goes again: the next run must not begin with the text of this one.
      await answer();
    }),
    { numRuns: 4 },
  );
}, 120_000);
