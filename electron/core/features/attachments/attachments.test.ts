import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { canary, picture, pictureKinds, tellingPicture } from '#core/testing/pictures.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { stage } from '#core/testing/stage.ts';
import { carry, enrol, initHome, type TestApp, testPassphrase } from '#core/testing/test-app.ts';
import { noToken } from '#core/testing/unlike-ids.ts';

let directorate: BulkApp;
let office: BulkApp;
let dispute: string;
let forum: string;
let meeting: string;

beforeEach(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  dispute = (await office.call('disputes.open', { fields: sampleDispute() })).id;
  forum = (await office.call('forums.create', { fields: sampleForum() })).id;
  meeting = (await office.call('meetings.create', { forumId: forum, fields: sampleMeeting([]) })).id;
});
afterEach(async () => {
  await directorate.close();
  await office.close();
});

const pdf = (bytes: number): Uint8Array => concatBytes(utf8(`%PDF-1.7 ${canary}`), randomBytes(bytes));

const add = async (recordId: string, contents: Uint8Array, more: object = {}) =>
  office.call('attachments.add', { recordId, name: 'سند الملكية.pdf', file: await stage(office, contents), ...more });

const listed = async (app: TestApp, recordId: string) => (await app.call('attachments.of', { recordId })).attachments;

async function readBack(app: TestApp, recordId: string, attachmentId: string, preview = false): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; ; ) {
    const piece = await app.call('attachments.piece', { recordId, attachmentId, offset, preview });
    const data = Buffer.from(piece.data, 'base64');
    expect(data.length).toBeLessThanOrEqual(512 * 1024);
    pieces.push(data);
    offset += data.length;
    if (piece.done) return new Uint8Array(Buffer.concat(pieces));
  }
}

/** Every file below the home that holds a text in clear. */
const filesWith = (app: TestApp, text: string): string[] =>
  readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));

describe('attachments', () => {
  it('keep a paper of a dispute at the office, and give it back byte by byte', async () => {
    const contents = pdf(1_300_000);
    const preview = await stage(office, picture('jpeg'));
    const { attachmentId } = await add(dispute, contents, { what: 'tapu_title_deed', taken: '2026-02-11', preview });
    expect(await listed(office, dispute)).toEqual([
      {
        id: attachmentId,
        class: 'restricted',
        name: 'سند الملكية.pdf',
        type: 'application/pdf',
        bytes: contents.length,
        what: 'tapu_title_deed',
        taken: '2026-02-11',
        state: 'here',
        hereBytes: expect.any(Number),
        totalBytes: expect.any(Number),
        preview: 'here',
      },
    ]);
    expect(await readBack(office, dispute, attachmentId)).toEqual(contents);
    expect(await readBack(office, dispute, attachmentId, true)).toEqual(picture('jpeg'));
    expect(filesWith(office, canary)).toEqual([]);
    await carry(office, directorate);
    expect(await listed(directorate, dispute)).toEqual([
      expect.objectContaining({ id: attachmentId, class: 'restricted', state: 'withheld', name: null, type: null }),
    ]);
    await expectRefusal(directorate, 'attachments.piece', 'attachment/not-here', { recordId: dispute, attachmentId });
    await expectRefusal(directorate, 'attachments.piece', 'attachment/not-here', {
      recordId: dispute,
      attachmentId,
      preview: true,
    });
  });

  it('show how far a file has come', async () => {
    const contents = pdf(2_500_000);
    const { attachmentId } = await add(forum, contents);
    const { file } = await office.call('exchange.write', {
      to: office.app.grantPath(office.folder, 'folder'),
      budgetBytes: 1_500_000,
    });
    await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(file, 'file')] });
    const [coming] = await listed(directorate, forum);
    expect(coming).toMatchObject({ state: 'coming', hereBytes: 1024 * 1024, name: 'سند الملكية.pdf' });
    await expectRefusal(directorate, 'attachments.piece', 'attachment/not-here', { recordId: forum, attachmentId });
    await carry(office, directorate);
    expect(await listed(directorate, forum)).toMatchObject([{ state: 'here' }]);
    expect(await readBack(directorate, forum, attachmentId)).toEqual(contents);
  });

  it('of a meeting go up or stay, as was chosen', async () => {
    expect((await office.call('attachments.of', { recordId: meeting })).classes).toEqual(['open', 'restricted']);
    await add(meeting, picture('png'));
    await add(meeting, picture('webp'), { class: 'restricted' });
    await carry(office, directorate);
    const states = (await listed(directorate, meeting)).map(({ class: kept, state }) => `${kept} ${state}`);
    expect(states.toSorted()).toEqual(['open here', 'restricted withheld']);
  });

  it.each(pictureKinds)('hold nothing of what a %s tells of its making', async (kind) => {
    const { attachmentId } = await add(forum, tellingPicture(kind));
    const kept = await readBack(office, forum, attachmentId);
    expect(Buffer.from(kept).includes(canary)).toBe(false);
    expect(await listed(office, forum)).toMatchObject([{ type: `image/${kind}`, bytes: kept.length }]);
    expect(filesWith(office, canary)).toEqual([]);
  });

  it('come back as they were when taking them out is taken back', async () => {
    const { attachmentId } = await add(forum, picture('png'), { what: 'tapu_title_deed' });
    const before = await listed(office, forum);
    const one = { recordId: forum, attachmentId };
    const heads = await office.heads(forum);
    await expectRefusal(office, 'attachments.restore', 'attachment/not-found', { ...one, heads });
    await office.call('attachments.remove', { ...one, heads });
    await expectRefusal(office, 'attachments.restore', 'record/changed', { ...one, heads });
    await office.call('attachments.restore', { ...one, heads: await office.heads(forum) });
    expect(await listed(office, forum)).toEqual(before);
    expect(await readBack(office, forum, attachmentId)).toEqual(picture('png'));
  });

  it('can be taken out, and then are gone from the record', async () => {
    const { attachmentId } = await add(forum, picture('png'));
    await office.call('attachments.remove', { recordId: forum, attachmentId, heads: await office.heads(forum) });
    expect(await listed(office, forum)).toEqual([]);
    const heads = await office.heads(forum);
    await expectRefusal(office, 'attachments.remove', 'attachment/not-found', { recordId: forum, attachmentId, heads });
    await expectRefusal(office, 'attachments.piece', 'attachment/not-found', { recordId: forum, attachmentId });
    const other = await add(forum, picture('png'));
    await expectRefusal(office, 'attachments.remove', 'record/changed', {
      recordId: forum,
      attachmentId: other.attachmentId,
      heads: {},
    });
  });

  it('are what they are by their contents, of a size that is carried', async () => {
    const exe = await stage(office, concatBytes(utf8('MZ'), randomBytes(500)));
    const input = { recordId: forum, name: 'x.jpg' };
    await expectRefusal(office, 'attachments.add', 'blob/type', { ...input, file: exe });
    const path = join(office.folder, 'large.pdf');
    writeFileSync(path, utf8('%PDF-1.7'));
    truncateSync(path, 20_000_000);
    const file = office.app.grantPath(path, 'file');
    expect((await office.answer('attachments.add', { ...input, file })).ok).toBe(true);
    truncateSync(path, 20_000_001);
    await expectRefusal(office, 'attachments.add', 'blob/size', { ...input, file });
    const preview = await stage(office, concatBytes(picture('png'), new Uint8Array(40_000)));
    const good = await stage(office, picture('png'));
    await expectRefusal(office, 'attachments.add', 'blob/size', { ...input, file: good, preview });
    const notAPicture = await stage(office, pdf(10));
    await expectRefusal(office, 'attachments.add', 'blob/type', { ...input, file: good, preview: notAPicture });
    await expectRefusal(office, 'attachments.add', 'blob/type', { ...input, file: await stage(office, utf8('')) });
  });

  it('come from secret uploads and from files that a host handed over, nothing else', async () => {
    const input = { recordId: forum, name: 'x.png' };
    await expectRefusal(office, 'attachments.add', 'file/unknown-token', { ...input, file: noToken });
    const clear = await stage(office, picture('png'), false);
    await expectRefusal(office, 'attachments.add', 'file/unknown-token', { ...input, file: clear });
    const secret = await stage(office, picture('png'));
    await expectRefusal(office, 'exchange.inspect', 'file/unknown-token', { file: secret });
    const gone = office.app.grantPath(join(office.folder, 'gone.png'), 'file');
    await expectRefusal(office, 'attachments.add', 'file/not-found', { ...input, file: gone });
    const folder = office.app.grantPath(office.folder, 'folder');
    await expectRefusal(office, 'attachments.add', 'file/unknown-token', { ...input, file: folder });
  });

  it('belong to records that one sees, that hold files and are not void', async () => {
    const file = await stage(office, picture('png'));
    const nobody = '00000000-0000-7000-8000-000000000000';
    await expectRefusal(office, 'attachments.of', 'record/not-found', { recordId: nobody });
    await expectRefusal(office, 'attachments.add', 'record/not-found', { recordId: nobody, name: 'x', file });
    await expectRefusal(office, 'attachments.add', 'attachment/no-such-class', {
      recordId: dispute,
      name: 'x',
      file,
      class: 'open',
    });
    const { attachmentId } = await add(forum, picture('png'));
    await office.call('records.void', { recordId: forum, reason: 'x', heads: await office.heads(forum) });
    await expectRefusal(office, 'attachments.add', 'record/voided', { recordId: forum, name: 'x', file });
    const heads = await office.heads(forum);
    await expectRefusal(office, 'attachments.remove', 'record/voided', { recordId: forum, attachmentId, heads });
    await expectRefusal(office, 'attachments.restore', 'record/voided', { recordId: forum, attachmentId, heads });
    expect(await listed(office, forum)).toHaveLength(1);
    const nowhere = { recordId: nobody, attachmentId };
    await expectRefusal(office, 'attachments.restore', 'record/not-found', { ...nowhere, heads });
    await expectRefusal(office, 'attachments.remove', 'record/not-found', { ...nowhere, heads });
    await expectRefusal(office, 'attachments.piece', 'record/not-found', nowhere);
  });

  it('are added and taken out by those who may write the record', async () => {
    const { attachmentId } = await add(forum, picture('png'));
    const { attachmentId: gone } = await add(forum, picture('png'));
    await office.call('attachments.remove', { recordId: forum, attachmentId: gone, heads: await office.heads(forum) });
    await carry(office, directorate);
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const file = await stage(directorate, picture('png'));
    const one = { recordId: forum, attachmentId, heads: await directorate.heads(forum) };
    await expectRefusal(directorate, 'attachments.add', 'record/not-yours', { recordId: forum, name: 'x', file });
    await expectRefusal(directorate, 'attachments.remove', 'record/not-yours', one);
    const back = { ...one, attachmentId: gone };
    await expectRefusal(directorate, 'attachments.restore', 'record/not-yours', back);
  });

  it('need a disk that takes them', async () => {
    const file = await stage(office, picture('png'));
    writeFileSync(join(office.folder, 'home', 'blobs'), '');
    await expectRefusal(office, 'attachments.add', 'file/cannot-write', { recordId: forum, name: 'x', file });
    expect(await listed(office, forum)).toEqual([]);
  });

  it('that are damaged here are said to be, and asked for again', async () => {
    const { attachmentId } = await add(forum, pdf(300_000));
    await carry(office, directorate);
    await carry(directorate, office);
    const [{ id }] = office.rows<{ id: string }>("SELECT id FROM blob WHERE kind = 'file'") as [{ id: string }];
    const path = join(office.folder, 'home', 'blobs', id.slice(0, 2), id);
    const bytes = readFileSync(path);
    bytes.fill(0, 1000, 2000);
    writeFileSync(path, bytes);
    await expectRefusal(office, 'attachments.piece', 'attachment/damaged', { recordId: forum, attachmentId });
    expect(await listed(office, forum)).toMatchObject([{ state: 'coming' }]);
    await carry(office, directorate);
    await carry(directorate, office);
    expect(await listed(office, forum)).toMatchObject([{ state: 'here' }]);
    expect((await readBack(office, forum, attachmentId)).length).toBeGreaterThan(300_000);
  });
});

it('no key of a file reaches a screen', async () => {
  const { attachmentId } = await add(forum, picture('png'), { preview: await stage(office, picture('png')) });
  await office.call('attachments.remove', { recordId: forum, attachmentId, heads: await office.heads(forum) });
  for (const answer of [
    await office.answer('records.history', { recordId: forum }),
    await office.answer('forums.get', { forumId: forum }),
    await office.answer('attachments.of', { recordId: forum }),
  ]) {
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toContain('AGE-SECRET-KEY');
  }
});
