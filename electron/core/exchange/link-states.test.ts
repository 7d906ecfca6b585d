import { join } from 'node:path';
import { copyFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { get, run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: BulkApp;
let apps: BulkApp[] = [];

async function createOffice(): Promise<BulkApp> {
  const app = await createBulkApp();
  apps.push(app);
  await initHome(app, 'office');
  await enrol(directorate, app);
  return app;
}

beforeEach(async () => {
  directorate = await createBulkApp();
  apps = [directorate];
  await initHome(directorate, 'directorate');
  office = await createOffice();
});
afterEach(async () => {
  for (const app of apps) await app.close();
});

const record = async (app: BulkApp, name = 'forum') =>
  (await app.call('forums.create', { fields: { ...sampleForum(), name } })).id;

const nodeOf = async (app: BulkApp): Promise<string> => (await app.call('exchange.status', {})).node;

async function write(from: BulkApp, to: BulkApp, budgetBytes: number | null = null) {
  const peer = await nodeOf(to);
  return from.call('exchange.write', { to: from.app.grantPath(from.folder, 'folder'), peer, budgetBytes });
}

async function take(at: BulkApp, file: string) {
  const [report] = await at.call('exchange.takeIn', { files: [at.app.grantPath(file, 'file')] });
  if (!report) throw new Error('no report');
  return report;
}

const linkOf = (app: BulkApp) =>
  app.rows<{ acked: number; in_k: number; in_bn: number; in_missing: number | null }>('SELECT * FROM peer')[0];

/** Makes the sender believe that the peer holds everything it was sent. */
function believeAcked(app: BulkApp): void {
  run(app.home().store.raw, 'UPDATE peer SET acked = sent_to');
}

describe('a link', () => {
  it('takes in what comes after a gap, tells the missing file, and moves only when it is closed', async () => {
    await record(office, 'first');
    const lost = await write(office, directorate);
    believeAcked(office);
    await record(office, 'second');
    const later = await write(office, directorate);
    expect(await take(directorate, later.file)).toMatchObject({ verdict: 'gap', code: 'link/gap' });
    expect(linkOf(directorate)).toMatchObject({ in_k: 0 });
    expect(directorate.rows('SELECT 1 FROM forum')).toHaveLength(1);
    expect(await take(directorate, lost.file)).toMatchObject({ verdict: 'applied' });
    // Past what had come before it.
    expect(linkOf(directorate)).toMatchObject({ in_k: later.to, in_missing: null });
    await carry(directorate, office, await nodeOf(office));
    expect(await take(directorate, (await write(office, directorate)).file)).toMatchObject({ applied: 0 });
    expect(linkOf(directorate)).toMatchObject({ in_k: later.to });
    const owner = await nodeOf(office);
    expect(await directorate.call('exchange.digest', { owner })).toEqual(
      await office.call('exchange.digest', { owner }),
    );
  });

  it('brings the roster back to a directorate that went back unseen and gave its numbers anew', async () => {
    await createOffice();
    const { raw } = directorate.home().store;
    const held = directorate.home().rosters.self().roster;
    await take(office, (await write(directorate, office)).file);
    expect(office.home().rosters.self().roster).toBe(held);
    run(raw, 'DELETE FROM roster WHERE version = ?', held);
    run(raw, 'UPDATE self SET roster = ?', held - 1);
    run(raw, 'UPDATE peer SET bn = bn - 1, roster = ?', held - 1);
    directorate.home().rosters.reload();
    await take(office, (await write(directorate, office)).file);
    await take(directorate, (await write(office, directorate)).file);
    expect(directorate.home().rosters.self().roster).toBe(held);
  });

  it('names the missing file until it has come, whatever old file comes again', async () => {
    await record(office);
    const first = await write(office, directorate);
    await take(directorate, first.file);
    believeAcked(office);
    await record(office);
    await write(office, directorate);
    believeAcked(office);
    await record(office);
    const third = await write(office, directorate);
    await take(directorate, third.file);
    expect(linkOf(directorate)).toMatchObject({ in_k: first.to, in_missing: 2 });
    run(directorate.home().store.raw, 'DELETE FROM spool');
    expect(await take(directorate, first.file)).toMatchObject({ verdict: 'nothing-new' });
    expect(linkOf(directorate)).toMatchObject({ in_k: first.to, in_bn: 3, in_missing: 2 });
  });

  it('comes to the same with two files in flight, in the wrong order, each twice', async () => {
    await record(office);
    const one = await write(office, directorate);
    await record(office);
    const two = await write(office, directorate);
    await take(directorate, two.file);
    for (const file of [one.file, two.file, one.file]) {
      run(directorate.home().store.raw, 'DELETE FROM spool');
      expect(await take(directorate, file)).toMatchObject({ verdict: 'nothing-new', applied: 0 });
    }
    expect(linkOf(directorate)).toMatchObject({ in_k: two.to, in_bn: 2 });
  });

  it('lets an older confirmation undo no newer one', async () => {
    await record(office);
    await carry(office, directorate);
    const older = await write(directorate, office);
    await record(office);
    await carry(office, directorate);
    await take(office, (await write(directorate, office)).file);
    const { acked } = linkOf(office) ?? { acked: 0 };
    expect(acked).toBeGreaterThan(0);
    await take(office, older.file);
    expect(linkOf(office)).toMatchObject({ acked });
  });

  it('refuses what was written for another office, or by us', async () => {
    const other = await createOffice();
    await record(office);
    const ours = await write(office, directorate);
    expect(await take(other, ours.file)).toMatchObject({ verdict: 'refused', code: 'bundle/not-for-us' });
    expect(await take(office, ours.file)).toMatchObject({ verdict: 'refused', code: 'bundle/not-for-us' });
    expect(other.rows('SELECT 1 FROM forum')).toEqual([]);
  });

  it('holds nothing at an office that was away while others enrolled', async () => {
    await createOffice();
    const third = await createOffice();
    await record(third);
    await carry(third, directorate);
    for (const app of [office, third]) {
      expect(await carry(directorate, app, await nodeOf(app))).toMatchObject({ held: 0, quarantined: [] });
      expect(app.home().rosters.self().roster).toBe(4);
    }
  });

  it('refuses nothing for its time, and counts its own time upwards', async () => {
    for (const [at, year] of [
      [office, 1971],
      [directorate, 2098],
      [office, 2097],
      [office, 1999],
    ] as const) {
      at.clock = Date.UTC(year, 1, 1);
      await record(office);
      expect(await carry(office, directorate)).toMatchObject({ verdict: 'applied', quarantined: [] });
      await carry(directorate, office, await nodeOf(office));
    }
    const device = office.home().rosters.self().device;
    const times = office
      .rows<{ hlc: string }>('SELECT hlc FROM chg WHERE dev = ? ORDER BY seq', device)
      .map(({ hlc }) => hlc);
    expect(times).toEqual([...new Set(times)].toSorted());
  });

  it('leaves nothing of a file behind when the power goes before the end', async () => {
    await record(office);
    const { file } = await write(office, directorate);
    await createOffice();
    const { raw } = directorate.home().store;
    raw.exec("CREATE TEMP TRIGGER cut BEFORE UPDATE OF in_k ON main.peer BEGIN SELECT RAISE(ABORT, 'power cut'); END");
    const before = await directorate.call('exchange.digest', { class: 'all' });
    const files = [directorate.app.grantPath(file, 'file')];
    expect(await directorate.answer('exchange.takeIn', { files })).toMatchObject({ ok: false });
    raw.exec('DROP TRIGGER temp.cut');
    expect(await directorate.call('exchange.digest', { class: 'all' })).toEqual(before);
    expect(get<{ n: number }>(raw, 'SELECT count(*) AS n FROM applying')?.n).toBe(0);
    expect(await take(directorate, file)).toMatchObject({ verdict: 'applied', quarantined: [] });
  });

  it('sets one badly signed change aside, takes the others, and tells the sender', async () => {
    await record(office, 'good');
    const bad = await record(office, 'bad');
    const { raw } = office.home().store;
    run(raw, 'INSERT INTO applying (k) VALUES (1)');
    // The last change of its chain: nothing after it vouches for it.
    run(raw, 'UPDATE chg SET sig = zeroblob(64) WHERE n = (SELECT max(n) FROM chg)');
    run(raw, 'DELETE FROM applying');
    const written = await write(office, directorate);
    const report = await take(directorate, written.file);
    expect(report).toMatchObject({ verdict: 'applied', quarantined: [{ code: 'change/signature' }] });
    expect(report.applied).toBe(written.changes - 1);
    expect(linkOf(directorate)).toMatchObject({ in_k: written.to });
    expect(await directorate.call('forums.get', { forumId: bad })).toMatchObject({ name: 'bad' });
    await carry(directorate, office, await nodeOf(office));
    expect(linkOf(office)).toMatchObject({ acked: written.to });
    expect(office.rows<{ code: number }>('SELECT code FROM reject')).toEqual([{ code: 503 }]);
  });

  it('takes one file as often as it comes under any name', async () => {
    await record(office);
    const { file } = await write(office, directorate);
    const copy = join(office.folder, 'copy of it.cpb');
    copyFileSync(file, copy);
    await take(directorate, file);
    expect(await take(directorate, copy)).toMatchObject({ verdict: 'nothing-new' });
  });
});

describe('a budget', () => {
  it('is never exceeded, and everything comes over in the end', async () => {
    for (let i = 0; i < 40; i++) {
      await record(office, `${i} ${Array.from({ length: 60 }, () => Math.random().toString(36).slice(2, 6)).join('')}`);
    }
    const budgetBytes = 72 * 1024;
    let files = 0;
    for (let left = 1; left > 0 && files < 20; files++) {
      const written = await write(office, directorate, budgetBytes);
      expect(statSync(written.file).size).toBeLessThanOrEqual(budgetBytes);
      await take(directorate, written.file);
      await carry(directorate, office, await nodeOf(office));
      left = (await office.call('exchange.status', {})).peers[0]?.waiting ?? 0;
    }
    expect(files).toBeLessThan(20);
    const owner = await nodeOf(office);
    expect(await directorate.call('exchange.digest', { owner })).toEqual(
      await office.call('exchange.digest', { owner }),
    );
  });

  it('that holds not even an empty file is refused with the least that would do', async () => {
    const answer = await office.answer('exchange.write', {
      to: office.app.grantPath(office.folder, 'folder'),
      budgetBytes: 1000,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'exchange/budget-too-small' } });
  });
});
