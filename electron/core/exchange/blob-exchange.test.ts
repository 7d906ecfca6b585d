/** @file Attachments over a link, at real stores: what goes, what comes, what is lost and comes again. */
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath, partPath } from '#core/blobs/blob-files.ts';
import { blobState } from '#core/blobs/blob-rows.ts';
import { openBlob } from '#core/blobs/open-blob.ts';
import { run } from '#core/changes/statements.ts';
import type { Services } from '#core/context.ts';
import { collect } from '#core/crypto/age.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type Attached, attach } from '#core/testing/attach.ts';
import { blobPart } from '#core/testing/bundles.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { carry, enrol, initHome, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { blobControlFor } from './blob-control.ts';
import { blobsWaiting, type OutgoingPart } from './blob-queue.ts';
import { writeBundle } from './bundle-writer.ts';
import { listNotices } from './notices.ts';
import { planBundle } from './write-out.ts';

let directorate: BulkApp;
let office: BulkApp;
let forum: string;

beforeEach(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  forum = (await office.call('forums.create', { fields: sampleForum() })).id;
});
afterEach(async () => {
  await directorate.close();
  await office.close();
});

const onForum = () => ({ record: forum, at: 'forum', group: 'file' }) as const;
const stateAt = (app: BulkApp, { blob }: Attached) => blobState(app.home().store.raw, blob.id)?.state;
const contentsAt = (app: BulkApp, { blob }: Attached) => collect(openBlob(app, blob));
const waitingAt = (app: BulkApp, peer: BulkApp) =>
  blobsWaiting(app.home().store.raw, peer.home().rosters.self().device);

const write = (from: BulkApp, budgetBytes: number | null = null) =>
  from.call('exchange.write', { to: from.app.grantPath(from.folder, 'folder'), budgetBytes });
const takeIn = async (to: BulkApp, file: string) =>
  (await to.call('exchange.takeIn', { files: [to.app.grantPath(file, 'file')] }))[0];

async function reopen(app: BulkApp): Promise<void> {
  await app.call('session.lock', {});
  await app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
}

const MiB = 1024 * 1024;

describe('attachments over a link', () => {
  it('are not confirmed by a file from before the other end lost them', async () => {
    const photo = await attach(office, onForum(), 3 * MiB + 17);
    await carry(office, directorate);
    const older = await write(directorate);
    rmSync(blobPath(directorate, photo.blob.id));
    await reopen(directorate);
    await carry(directorate, office);
    expect(waitingAt(office, directorate)).toMatchObject({ count: 1 });
    await takeIn(office, older.file);
    expect(waitingAt(office, directorate)).toMatchObject({ count: 1 });
    await carry(office, directorate);
    expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
  });

  it('come whole, are confirmed, and then the link is at rest', async () => {
    const photo = await attach(office, onForum(), 3 * MiB + 17, 20_000);
    expect(waitingAt(office, directorate)).toMatchObject({ count: 1 });
    const { peers } = await office.call('exchange.status', {});
    expect(peers).toMatchObject([{ attachments: { waiting: 1, bytes: photo.blob.total } }]);
    const written = await write(office);
    expect(written).toMatchObject({
      blobParts: 5,
      textComplete: true,
      attachments: { unconfirmed: 1, following: 0, followingBytes: 0 },
    });
    expect(await takeIn(directorate, written.file)).toMatchObject({ verdict: 'applied', blobParts: 5 });
    expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
    await carry(directorate, office);
    expect(waitingAt(office, directorate)).toEqual({ count: 0, bytes: 0 });
    expect(await write(office)).toMatchObject({ blobParts: 0, attachments: { unconfirmed: 0 } });
    await carry(office, directorate);
    expect(directorate.rows('SELECT * FROM blob_peer WHERE offered = 1')).toEqual([]);
    expect(await takeIn(directorate, written.file)).toMatchObject({ verdict: 'nothing-new' });
    for (const app of [office, directorate]) {
      expect((await app.call('exchange.verify', {})).checks).toContainEqual(
        expect.objectContaining({ name: 'attachments', ok: true }),
      );
    }
  });

  it('stay at the office where what names them is restricted', async () => {
    const { id } = await office.call('disputes.open', { fields: sampleDispute() });
    const paper = await attach(office, { record: id, at: 'dispute', group: 'paper' }, 1000, 100);
    expect(waitingAt(office, directorate)).toEqual({ count: 0, bytes: 0 });
    expect(await write(office)).toMatchObject({ blobParts: 0 });
    await carry(office, directorate);
    expect(stateAt(directorate, paper)).toBeUndefined();
    expect(directorate.rows('SELECT * FROM blob')).toEqual([]);
  });

  it('follow in later bundles where a size is set, text first, and all arrive', async () => {
    const photos = [];
    for (let i = 0; i < 5; i++) photos.push(await attach(office, onForum(), 700_000));
    const budget = 1_600_000;
    let bundles = 0;
    for (; photos.some((photo) => stateAt(directorate, photo) !== 'whole'); bundles++) {
      expect(bundles).toBeLessThan(6);
      const written = await write(office, budget);
      expect(written.bytes).toBeLessThanOrEqual(budget);
      expect(written.textComplete).toBe(true);
      expect(written.blobParts).toBeGreaterThan(0);
      await takeIn(directorate, written.file);
      await carry(directorate, office);
    }
    expect(bundles).toBe(3);
    for (const photo of photos) expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
  });

  it('arrive by the smallest bundles too', async () => {
    const photo = await attach(office, onForum(), 150_000);
    const budget = 68_000;
    for (let bundles = 0; stateAt(directorate, photo) !== 'whole'; bundles++) {
      expect(bundles).toBeLessThan(12);
      const written = await write(office, budget);
      expect(written.bytes).toBeLessThanOrEqual(budget);
      await takeIn(directorate, written.file);
    }
    expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
  });

  it('keep the parts that stood before a cut; the rest is asked for', async () => {
    const photo = await attach(office, onForum(), 4 * MiB);
    const { file, bytes } = await write(office);
    truncateSync(file, Math.floor(bytes / 2));
    expect(await takeIn(directorate, file)).toMatchObject({ code: 'bundle/truncated' });
    expect(stateAt(directorate, photo)).toBe('partial');
    const { hereBytes } = blobState(directorate.home().store.raw, photo.blob.id) ?? { hereBytes: 0 };
    expect(hereBytes % MiB).toBe(0);
    expect(hereBytes).toBeGreaterThan(0);
    await carry(directorate, office);
    const rest = await write(office);
    expect(rest.blobParts).toBe(Math.ceil((photo.blob.total - hereBytes) / MiB));
    await takeIn(directorate, rest.file);
    expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
  });

  it.each(['the folder of blobs', 'one file', 'the contents of one file'])(
    'come again after %s was lost',
    async (what) => {
      const photo = await attach(office, onForum(), 2 * MiB, 5000);
      const { file } = await write(office);
      await takeIn(directorate, file);
      await carry(directorate, office);
      await carry(office, directorate);
      const path = blobPath(directorate, photo.blob.id);
      if (what === 'the folder of blobs') rmSync(join(directorate.folder, 'home', 'blobs'), { recursive: true });
      else if (what === 'one file') rmSync(path);
      else truncateSync(path, 100);
      await reopen(directorate);
      expect(stateAt(directorate, photo)).toBe('wanted');
      await carry(directorate, office);
      expect(waitingAt(office, directorate).count).toBe(1);
      await carry(office, directorate);
      expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
    },
  );

  it('come back to the office that lost its own', async () => {
    const photo = await attach(office, onForum(), 100_000);
    await carry(office, directorate);
    await carry(directorate, office);
    rmSync(blobPath(office, photo.blob.id));
    await reopen(office);
    expect(stateAt(office, photo)).toBe('wanted');
    await carry(office, directorate);
    await carry(directorate, office);
    expect(await contentsAt(office, photo)).toEqual(photo.contents);
  });

  it('are not passed on when they were spoilt here: they are wanted again', async () => {
    const photo = await attach(office, onForum(), 5000);
    const path = blobPath(office, photo.blob.id);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await office.call('exchange.verify', {})).checks).toContainEqual(
      expect.objectContaining({ name: 'attachments', ok: false }),
    );
    expect(await write(office)).toMatchObject({ blobParts: 0 });
    expect(stateAt(office, photo)).toBe('wanted');
  });

  it('leave nothing behind when the bundle around them is only tried or refused', async () => {
    const photo = await attach(office, onForum(), 5000);
    const { file } = await write(office);
    const copy = readFileSync(file);
    copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
    writeFileSync(file, copy);
    await takeIn(directorate, file);
    expect(existsSync(blobPath(directorate, photo.blob.id))).toBe(false);
    expect(existsSync(partPath(directorate, photo.blob.id))).toBe(false);
  });
});

describe('attachments that are not what they should be', () => {
  /** A certified office that lies: the bundle is its own, signed and sealed, with other parts. */
  async function carryLies(alter: (parts: readonly OutgoingPart[]) => readonly OutgoingPart[], liar = office) {
    const home = liar.home();
    const device = directorate.home().rosters.self().device;
    const services = { ports: liar.ports } as Services;
    const planned = await inTransaction(home.store, async () => planBundle(services, home, device, null));
    if (!planned.ok) throw new Error(planned.error.code);
    const { input } = planned.value;
    const pieces: Uint8Array[] = [];
    await writeBundle({ ...input, blobs: alter(input.blobs ?? []) }, (piece) => void pieces.push(piece));
    const file = join(office.folder, 'lies.cpb');
    writeFileSync(file, Buffer.concat(pieces));
    return takeIn(directorate, file);
  }
  const garbage = ({ entry }: OutgoingPart): OutgoingPart => {
    const bytes = randomBytes(entry.len);
    return { entry: { ...entry, sha: toBase64Url(sha256(bytes)) }, read: () => [bytes] };
  };

  it('are asked for once more, then people are told; the text is taken all the same', async () => {
    const photo = await attach(office, onForum(), 1000);
    expect(await carryLies((parts) => parts.map(garbage))).toMatchObject({ verdict: 'applied' });
    expect(stateAt(directorate, photo)).toBe('wanted');
    expect(listNotices(directorate.home().store.raw)).toEqual([]);
    await carryLies((parts) => parts.map(garbage));
    expect(stateAt(directorate, photo)).toBe('bad');
    expect(listNotices(directorate.home().store.raw)).toMatchObject([{ kind: 'blob-bad', detail: { number: 1 } }]);
    expect(existsSync(partPath(directorate, photo.blob.id))).toBe(false);
    const { attachments } = await directorate.call('attachments.of', { recordId: forum });
    expect(attachments).toMatchObject([{ state: 'bad' }]);
  });

  it('are asked for of another neighbour that is to have them, until it has sent some too', async () => {
    const other = await createBulkApp();
    await initHome(other, 'office', 'other');
    await enrol(directorate, other);
    const photo = await attach(office, onForum(), 1000);
    for (let i = 0; i < 2; i++) await carryLies((parts) => parts.map(garbage));
    const { raw } = directorate.home().store;
    const [dev, liar] = [other, office].map((app) => app.home().rosters.self().device) as [Uint8Array, Uint8Array];
    run(raw, 'INSERT INTO link_out SELECT ?, 1000, n, zeroblob(32), 0 FROM blob_ref WHERE id = ?', dev, photo.blob.id);
    const wanted = (peer: Uint8Array) => blobControlFor(raw, peer, 1, 10)?.want ?? [];
    expect(wanted(liar)).toEqual([]);
    expect(wanted(dev)).toHaveLength(1);
    run(raw, 'INSERT INTO blob_peer VALUES (?, ?, 0, NULL, 0, 0, 0, 1, NULL)', dev, photo.blob.id);
    expect(wanted(dev)).toEqual([]);
    await other.close();
  });

  it('of another office, known by its name alone, are not spoilt for good', async () => {
    const stranger = await createBulkApp();
    await initHome(stranger, 'office', 'stranger');
    await enrol(directorate, stranger);
    const photo = await attach(office, onForum(), 1000);
    await carryLies(() => []);
    expect(stateAt(directorate, photo)).toBe('wanted');
    const { id, total } = photo.blob;
    const lie = blobPart(randomBytes(total), 0, total, { id: Buffer.from(id, 'hex').toString('base64url'), total });
    await carryLies(() => [lie], stranger);
    await carryLies(() => [lie], stranger);
    await carry(office, directorate);
    expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
    await stranger.close();
  });

  it('spoil one part and nothing else', async () => {
    const [first, second] = [await attach(office, onForum(), 1000), await attach(office, onForum(), 1000)];
    const report = await carryLies(([one, ...rest]) => {
      if (!one) throw new Error('no part');
      return [{ ...one, entry: { ...one.entry, off: one.entry.total } }, ...rest];
    });
    expect(report).toMatchObject({ verdict: 'applied', code: 'blob/range', blobParts: 1 });
    expect([stateAt(directorate, first), stateAt(directorate, second)].toSorted()).toEqual(['wanted', 'whole']);
  });

  it('lead nowhere by their ids: a header with any other spelling is no header', async () => {
    await attach(office, onForum(), 1000);
    for (const id of ['../../keys.a', '/etc/passwd', 'A'.repeat(44)]) {
      const lies = [blobPart(randomBytes(5), 0, 5, { id })];
      await expect(carryLies(() => lies)).rejects.toThrow('breaks the format');
    }
  });

  it('fill nobody’s disk: what no change names is passed over', async () => {
    await attach(office, onForum(), 1000);
    const stranger = blobPart(randomBytes(5000), 0, 5000);
    expect(await carryLies((parts) => [...parts, stranger])).toMatchObject({ verdict: 'applied', blobParts: 2 });
    expect(directorate.rows('SELECT * FROM blob')).toHaveLength(1);
  });
});

it('attachments pass through a department, which keeps and sends them on', async () => {
  const [department, below] = [await createBulkApp(), await createBulkApp()];
  await initHome(department, 'department');
  await initHome(below, 'office', 'below');
  await enrol(directorate, department);
  await enrol(directorate, below, department.home().rosters.self().node);
  await carry(directorate, department, department.home().rosters.self().node);
  const { id } = await below.call('forums.create', { fields: sampleForum() });
  const photo = await attach(below, { record: id, at: 'forum', group: 'file' }, 1_500_000);
  const above = department.home().rosters.self().node;
  await carry(below, department, above);
  expect(stateAt(department, photo)).toBe('whole');
  await carry(department, directorate, directorate.home().rosters.self().node);
  expect(await contentsAt(directorate, photo)).toEqual(photo.contents);
  await department.close();
  await below.close();
}, 30_000);
