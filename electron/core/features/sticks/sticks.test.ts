/** @file Sticks through dispatch: what is in, what a file would hold, what is on one, what taking it in would do. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { createPair, createTestApp, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';
import { noToken } from '#core/testing/unlike-ids.ts';

let directorate: TestApp;
let office: TestApp;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ directorate, office, close } = await createPair());
});
afterEach(() => close());

const sticksOf = (app: TestApp): string => join(app.folder, 'sticks');

function putIn(app: TestApp, name = 'KINGSTON'): string {
  const path = join(sticksOf(app), name);
  mkdirSync(path, { recursive: true });
  return path;
}

async function tokenOf(app: TestApp, label = 'KINGSTON'): Promise<string> {
  const { sticks } = await app.call('sticks.list', {});
  return sticks.find((stick) => stick.label === label)?.token ?? '';
}

/** The stick walks over: from one PC to another. */
function carryStick(from: TestApp, to: TestApp, name = 'KINGSTON'): void {
  mkdirSync(sticksOf(to), { recursive: true });
  renameSync(join(sticksOf(from), name), join(sticksOf(to), name));
}

const recordSomething = async (app: TestApp): Promise<void> => {
  await app.call('forums.create', { fields: sampleForum() });
  await app.call('disputes.open', { fields: sampleDispute() });
};

describe('the list of sticks', () => {
  it('shows a stick once it is in, under one token while it stays, and not after', async () => {
    expect(await office.call('sticks.list', {})).toMatchObject({ sticks: [] });
    putIn(office);
    putIn(office, 'مكتب الموصل');
    const first = await office.call('sticks.list', {});
    expect(first.sticks.map(({ label }) => label)).toEqual(['KINGSTON', 'مكتب الموصل']);
    expect(first.sticks[0]?.freeBytes).toBeLessThanOrEqual(first.sticks[0]?.totalBytes ?? 0);
    expect((await office.call('sticks.list', {})).sticks.map(({ token }) => token)).toEqual(
      first.sticks.map(({ token }) => token),
    );
    rmSync(join(sticksOf(office), 'KINGSTON'), { recursive: true });
    expect((await office.call('sticks.list', {})).sticks.map(({ label }) => label)).toEqual(['مكتب الموصل']);
  });

  it('knows another stick at the same place for another', async () => {
    const path = putIn(office);
    const token = await tokenOf(office);
    renameSync(path, join(office.folder, 'pocket'));
    putIn(office);
    expect(await tokenOf(office)).not.toBe(token);
    await expectRefusal(office, 'exchange.write', 'file/stick-gone', { to: token });
  });
});

describe('writing to a stick', () => {
  it('leaves one whole file in our folder, sweeps what an interrupted write left, and touches nothing else', async () => {
    const path = putIn(office);
    mkdirSync(join(path, 'JISR'));
    writeFileSync(join(path, 'JISR', 'CP-0000-000000.cpb.1a2b3c4d.part'), 'half');
    writeFileSync(join(path, 'holiday.jpg'), 'sea');
    await recordSomething(office);
    const { file } = await office.call('exchange.write', { to: await tokenOf(office) });
    const left = readdirSync(join(path, 'JISR')).filter((name) => !name.startsWith('receipt-'));
    expect(left).toEqual([file.slice(file.lastIndexOf('/') + 1)]);
    expect(left[0]).toMatch(/^CP-[0-9a-f]{4}-[0-9a-f]{6}\.cpb$/);
    expect(readdirSync(path).toSorted()).toEqual(['JISR', 'holiday.jpg']);
    // When it was written is nobody's business who finds the stick.
    expect(statSync(file).mtime.toISOString()).toBe('2020-01-01T00:00:00.000Z');
    expect(office.events.filter(({ type, task }) => type === 'progress' && task === 'write-out').at(-1)).toMatchObject({
      done: expect.any(Number),
      total: expect.any(Number),
    });
  });

  it('refuses when the stick is out, marks nothing as sent, and works again once it is in', async () => {
    const path = putIn(office);
    const to = await tokenOf(office);
    await recordSomething(office);
    renameSync(path, join(office.folder, 'pocket'));
    await expectRefusal(office, 'exchange.write', 'file/stick-gone', { to });
    const [peer] = (await office.call('exchange.status', {})).peers;
    expect(peer).toMatchObject({ unsent: peer?.waiting, lastBundle: null });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(join(office.folder, 'home', 'spool')).filter((name) => name.endsWith('.part'))).toEqual([]);
    renameSync(join(office.folder, 'pocket'), path);
    await office.call('exchange.write', { to });
    expect((await office.call('exchange.status', {})).peers[0]?.unsent).toBe(0);
  });
});

describe('what a file would hold', () => {
  it('tells how much goes to the peer and how much stays, by kind of record', async () => {
    await recordSomething(office);
    const [peer] = (await office.call('exchange.status', {})).peers;
    const contents = await office.call('sticks.contents', { peer: peer?.device ?? '' });
    expect(contents).toMatchObject({
      from: 'office',
      peer: { name: 'directorate', kind: 'directorate' },
      changes: peer?.waiting,
      unsent: peer?.unsent,
    });
    expect(contents.since?.slice(0, 10)).toBe('2026-03-01');
    expect(contents.roughBytes).toBeGreaterThanOrEqual(64 * 1024);
    const disputes = contents.types.find(({ type }) => type === 'dispute');
    expect(disputes?.records).toBe(1);
    expect(disputes?.goes).toBeGreaterThan(0);
    expect(disputes?.stays).toBeGreaterThan(0);
    const told = contents.types.reduce((sum, { goes, stays }) => sum + goes + stays, 0);
    expect(told).toBe(contents.changes);
    const { bytes } = await office.call('exchange.write', { to: null });
    expect(contents.roughBytes * 1.05).toBeGreaterThan(bytes);
  });

  it('tells how much stays on this computer, without counting it among what waits', async () => {
    await recordSomething(office);
    const [peer] = (await office.call('exchange.status', {})).peers;
    const contents = async () => office.call('sticks.contents', { peer: peer?.device ?? '' });
    const before = await contents();
    const { parties, ...fields } = sampleDispute();
    const flagged = parties.map((party) => ({ ...party, protection: ['gbv_concern' as const] }));
    const { id: disputeId } = await office.call('disputes.open', { fields: { ...fields, parties: flagged } });
    const after = await contents();
    expect(after.local).toBe(before.local + 1);
    const plain = { ...fields, parties: flagged.map((party) => ({ ...party, protection: [] })) };
    await office.call('disputes.edit', { disputeId, fields: plain, heads: await office.heads(disputeId) });
    expect(await contents()).toEqual({ ...after, local: before.local });
  });

  it('needs enrolment and a peer that is known', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'sticks.contents', 'node/not-enrolled', { peer: 'x' });
    await expectRefusal(fresh, 'sticks.preview', 'node/not-enrolled', { files: [noToken] });
    await expectRefusal(office, 'sticks.contents', 'exchange/no-peer', { peer: 'x' });
    await enrol(directorate, fresh);
    await expectRefusal(directorate, 'sticks.contents', 'exchange/which-peer', {});
    await fresh.close();
  });
});

describe('files found on a stick', () => {
  it('lists bundles alone, those for us first, then the newest', async () => {
    const folder = join(putIn(office), 'JISR');
    expect(await office.call('sticks.bundlesOn', { stick: await tokenOf(office) })).toEqual({ files: [], total: 0 });
    mkdirSync(folder);
    const to = directorate.app.grantPath(folder, 'folder');
    const { file } = await directorate.call('exchange.write', { to });
    const ours = file.slice(folder.length + 1);
    const aged = (name: string, day: number): void => {
      writeFileSync(join(folder, name), 'x');
      utimesSync(join(folder, name), day, day);
    };
    aged('CP-zzzz-000000.cpb', 3000);
    aged('renamed.CPB', 2000);
    aged(`${ours.slice(0, 8)}aaaaaa.cpb`, 1000);
    aged('CP-0000-000001.cpb', 4000);
    aged('receipt-1a2b', 5000);
    aged('notes.txt', 5000);
    mkdirSync(join(folder, 'folder.txt'));
    const found = await office.call('sticks.bundlesOn', { stick: await tokenOf(office) });
    expect(found.files.map(({ name, addressedTo }) => [name, addressedTo])).toEqual([
      [ours, 'us'],
      [`${ours.slice(0, 8)}aaaaaa.cpb`, 'us'],
      ['CP-zzzz-000000.cpb', 'unknown'],
      ['renamed.CPB', 'unknown'],
      ['CP-0000-000001.cpb', 'others'],
    ]);
    expect(found.total).toBe(5);
  });

  it('answers quickly on a stick with 20,000 files, with 500 of them', async () => {
    const folder = join(putIn(office), 'JISR');
    mkdirSync(folder);
    for (let n = 0; n < 20_000; n++) writeFileSync(join(folder, `CP-0000-${n.toString(16).padStart(6, '0')}.cpb`), '');
    const started = performance.now();
    const found = await office.call('sticks.bundlesOn', { stick: await tokenOf(office) });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect([found.files.length, found.total]).toEqual([500, 20_000]);
  });

  it('needs a stick that is in, and our folder to be a folder', async () => {
    await expectRefusal(office, 'sticks.bundlesOn', 'file/unknown-token', { stick: noToken });
    const path = putIn(office);
    const stick = await tokenOf(office);
    writeFileSync(join(path, 'JISR'), 'a file of that name');
    expect(await office.call('sticks.bundlesOn', { stick })).toEqual({ files: [], total: 0 });
    rmSync(join(path, 'JISR'));
    symlinkSync(office.folder, join(path, 'JISR'));
    await expectRefusal(office, 'sticks.bundlesOn', 'file/cannot-read', { stick });
    await expectRefusal(office, 'exchange.write', 'file/cannot-write', { to: stick });
    rmSync(path, { recursive: true });
    await expectRefusal(office, 'sticks.bundlesOn', 'file/stick-gone', { stick });
  });
});

describe('the preview', () => {
  it('tells what taking in will do, changes nothing, and comes true', async () => {
    putIn(office);
    await recordSomething(office);
    await office.call('exchange.write', { to: await tokenOf(office) });
    await recordSomething(office);
    await office.call('exchange.write', { to: await tokenOf(office) });
    carryStick(office, directorate);
    const found = await directorate.call('sticks.bundlesOn', { stick: await tokenOf(directorate) });
    expect(found.files.map(({ addressedTo }) => addressedTo)).toEqual(['us', 'us']);
    const path = join(directorate.folder, 'no.cpb');
    writeFileSync(path, 'nothing of the kind');
    const files = [...found.files.map(({ token }) => token), directorate.app.grantPath(path, 'file')];

    const before = await directorate.call('exchange.digest', { class: 'all' });
    const status = await directorate.call('exchange.status', {});
    const history = await directorate.call('exchange.history', {});
    const previews = await directorate.call('sticks.preview', { files });
    expect(await directorate.call('exchange.digest', { class: 'all' })).toEqual(before);
    expect(await directorate.call('exchange.status', {})).toEqual(status);
    expect(await directorate.call('exchange.history', {})).toEqual(history);
    expect(readdirSync(join(directorate.folder, 'home', 'spool')).filter((name) => /part|in$/.test(name))).toEqual([]);

    const [, , foreign] = previews;
    expect(foreign).toMatchObject({ file: 'no.cpb', verdict: 'refused', code: 'bundle/not-age', from: null });
    const sum = (pick: (preview: (typeof previews)[number]) => number): number =>
      previews.reduce((total, preview) => total + pick(preview), 0);
    expect(sum(({ newRecords }) => newRecords)).toBeGreaterThanOrEqual(4);
    expect(previews[0]).toMatchObject({ verdict: 'news', from: { name: 'office' } });
    expect(previews[0]?.madeAt?.slice(0, 10)).toBe('2026-03-01');

    const reports = await directorate.call('exchange.takeIn', { files });
    for (const [index, report] of reports.entries()) {
      expect(previews[index]).toMatchObject({
        file: report.file,
        applied: report.applied,
        alreadyKnown: report.alreadyKnown,
        held: report.held,
        newConflicts: report.newConflicts,
      });
    }
    const again = await directorate.call('sticks.preview', { files: files.slice(0, 2) });
    expect(again.map(({ verdict, newRecords }) => [verdict, newRecords])).toEqual([
      ['nothing-new', 0],
      ['nothing-new', 0],
    ]);
  });

  it('tells new records from changed ones, and conflicts before they are made', async () => {
    const { id: forumId } = await office.call('forums.create', { fields: sampleForum() });
    const folder = office.app.grantPath(office.folder, 'folder');
    const first = await office.call('exchange.write', { to: folder });
    await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(first.file, 'file')] });
    for (const [app, name] of [
      [office, 'forum of the office'],
      [directorate, 'forum of the directorate'],
    ] as const) {
      await app.call('forums.edit', { forumId, fields: sampleForum({ name }), heads: await app.heads(forumId) });
    }
    const second = await office.call('exchange.write', { to: folder });
    const files = [directorate.app.grantPath(second.file, 'file')];
    const [preview] = await directorate.call('sticks.preview', { files });
    expect(preview).toMatchObject({ verdict: 'news', newRecords: 0, changedRecords: 1, newConflicts: 1 });
    expect((await directorate.call('exchange.status', {})).conflicts).toBe(0);
  });

  it('reads files that were handed out and are there', async () => {
    await expectRefusal(office, 'sticks.preview', 'file/unknown-token', { files: [noToken] });
    const gone = office.app.grantPath(join(office.folder, 'gone.cpb'), 'file');
    await expectRefusal(office, 'sticks.preview', 'file/not-found', { files: [gone] });
  });
});

describe('stopping', () => {
  /** Asks to stop as soon as the core tells that far of a task. */
  function stopAt(app: TestApp, task: string, done: number): void {
    app.app.onEvent((event) => {
      if (event.task === task && Number(event.done) >= done) void app.answer('exchange.cancel');
    });
  }

  it('writes nothing to the stick, and marks nothing as sent', async () => {
    const path = putIn(office);
    await recordSomething(office);
    stopAt(office, 'write-out', 1);
    await expectRefusal(office, 'exchange.write', 'exchange/stopped', { to: await tokenOf(office) });
    expect(readdirSync(join(path, 'JISR'))).toEqual([]);
    const [peer] = (await office.call('exchange.status', {})).peers;
    expect(peer).toMatchObject({ unsent: peer?.waiting, lastBundle: null });
  });

  it('keeps what has been taken in, and leaves the rest for later', async () => {
    const to = office.app.grantPath(office.folder, 'folder');
    const files: string[] = [];
    for (let n = 0; n < 3; n++) {
      await recordSomething(office);
      files.push(directorate.app.grantPath((await office.call('exchange.write', { to })).file, 'file'));
    }
    stopAt(directorate, 'take-in-files', 1);
    const reports = await directorate.call('exchange.takeIn', { files });
    expect(reports.length).toBeLessThan(3);
    expect(reports[0]).toMatchObject({ verdict: 'applied' });
    expect(await directorate.call('exchange.cancel', {})).toEqual({ asked: 0 });
  });
});
