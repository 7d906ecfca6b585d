/** @file More than one parent and one child: second machines, direct sticks, offices that move, and what is held above. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let directorate: BulkApp;
let north: BulkApp;
let south: BulkApp;
let office: BulkApp;
let apps: BulkApp[] = [];

const nodeOf = (app: BulkApp): string => app.home().rosters.self().node;

async function plant(kind: 'directorate' | 'department' | 'office', name: string, under?: BulkApp): Promise<BulkApp> {
  const app = await createBulkApp();
  apps.push(app);
  await initHome(app, kind, name as never, kind === 'office' ? ['policing', 'hlp'] : []);
  if (under) await enrol(directorate, app, nodeOf(under));
  return app;
}

beforeEach(async () => {
  apps = [];
  directorate = await plant('directorate', 'directorate');
  north = await plant('department', 'north', directorate);
  south = await plant('department', 'south', directorate);
  office = await plant('office', 'office', north);
  for (const app of [north, south]) await send(directorate, app);
});
afterEach(async () => {
  for (const app of apps) await app.close();
});

const record = async (app: BulkApp, name: string) =>
  (await app.call('forums.create', { fields: { ...sampleForum(), name } })).id;
const names = (app: BulkApp) =>
  app.rows<{ name: string }>('SELECT name FROM forum ORDER BY name').map((row) => row.name);

async function send(from: BulkApp, to: BulkApp) {
  const peer = Buffer.from(to.home().rosters.self().device).toString('hex');
  const { file } = await from.call('exchange.write', { to: from.app.grantPath(from.folder, 'folder'), peer });
  const [report] = await to.call('exchange.takeIn', { files: [to.app.grantPath(file, 'file')] });
  if (!report) throw new Error('no report');
  return report;
}

const linkOf = (app: BulkApp, peer: BulkApp) =>
  app.rows<{ acked: number; national: number; clock_offset_ms: number | null }>(
    'SELECT * FROM peer WHERE dev = ?',
    peer.home().rosters.self().device,
  )[0];

/** Digests of the open records of the office at several homes. */
async function digests(...at: readonly BulkApp[]): Promise<string[]> {
  const found = await Promise.all(at.map((app) => app.call('exchange.digest', { owner: nodeOf(office) })));
  return [...new Set(found.map(({ digest, records }) => `${digest} ${records}`))];
}

async function secondMachine(): Promise<BulkApp> {
  const app = await createBulkApp();
  apps.push(app);
  await initHome(app, 'office', 'replacement' as never);
  const request = join(app.folder, 'request.cpr');
  const answer = join(app.folder, 'answer.cpa');
  const { fingerprint } = await app.call('enrol.request', { to: app.app.grantPath(request, 'file') });
  const file = directorate.app.grantPath(request, 'file');
  const accept = { file, fingerprint, to: directorate.app.grantPath(answer, 'file') };
  await expectRefusal(directorate, 'enrol.accept', 'enrol/node-unknown', { ...accept, node: nodeOf(north) });
  await expectRefusal(directorate, 'enrol.accept', 'enrol/node-unknown', { ...accept, node: noRecord });
  const accepted = await directorate.call('enrol.accept', { ...accept, node: nodeOf(office) });
  expect(accepted.node).toBe(nodeOf(office));
  const { root } = await directorate.call('enrol.fingerprints', {});
  await app.call('enrol.install', { file: app.app.grantPath(answer, 'file'), fingerprint: root ?? '' });
  return app;
}

describe('a second machine of an office', () => {
  it('has a letter of its own, and gets what the department holds', async () => {
    await record(office, 'forum');
    await office.call('disputes.open', { fields: sampleDispute() });
    await send(office, north);
    const second = await secondMachine();
    expect(second.home().rosters.self()).toMatchObject({ node: nodeOf(office), name: 'office', series: 'B' });
    await send(directorate, north);
    await send(second, north);
    await send(north, second);
    expect(names(second)).toEqual(['forum']);
    expect((await second.call('disputes.open', { fields: sampleDispute() })).number).toMatch(/-2026-B0001-/);
    await send(second, north);
    await send(north, office);
    expect(office.rows('SELECT 1 FROM dispute')).toHaveLength(2);
  });

  it('gets what is restricted from the first by a direct stick alone', async () => {
    await office.call('disputes.open', { fields: sampleDispute() });
    await send(office, north);
    const second = await secondMachine();
    await send(directorate, north);
    await send(north, second);
    const withheld = (app: BulkApp) => app.rows('SELECT 1 FROM chg WHERE pay IS NULL').length;
    expect(withheld(second)).toBeGreaterThan(0);
    await send(north, office);
    expect(await send(office, second)).toMatchObject({ verdict: 'applied', quarantined: [] });
    expect(withheld(second)).toBe(0);
    expect(await send(second, office)).toMatchObject({ verdict: 'applied', quarantined: [] });
    expect(await second.call('exchange.digest', { class: 'all', owner: nodeOf(office) })).toEqual(
      await office.call('exchange.digest', { class: 'all', owner: nodeOf(office) }),
    );
    expect(await send(office, second)).toMatchObject({ verdict: 'nothing-new' });
  });
});

describe('a direct stick', () => {
  it('past the department reaches the directorate, without what is restricted, and the long way adds nothing', async () => {
    await record(office, 'forum');
    await office.call('disputes.open', { fields: sampleDispute() });
    expect(await send(office, directorate)).toMatchObject({ verdict: 'applied', quarantined: [], held: 0 });
    expect(await digests(office, directorate)).toHaveLength(1);
    expect(directorate.rows("SELECT 1 FROM chg WHERE aud = 'restricted' AND pay IS NOT NULL")).toEqual([]);
    await send(office, north);
    // But for the people of the department.
    expect(await send(north, directorate)).toMatchObject({ applied: 1 });
    // Without a name the neighbour is meant.
    const written = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
    expect(written.peer).toBe(nodeOf(north));
  });

  it('to another office tells nothing but who the people are', async () => {
    const other = await plant('office', 'other', south);
    await send(directorate, north);
    await send(north, office);
    await record(office, 'forum');
    await send(office, other);
    expect(names(other)).toEqual([]);
    await expectRefusal(office, 'exchange.write', 'exchange/no-peer', { peer: noRecord });
  });
});

describe('an office that moves to another department', () => {
  beforeEach(async () => {
    await record(office, 'before');
    await send(office, north);
    await send(north, directorate);
    const { roster } = await directorate.call('enrol.move', { node: nodeOf(office), under: nodeOf(south) });
    expect(await directorate.call('enrol.move', { node: nodeOf(office), under: nodeOf(south) })).toEqual({ roster });
  });

  it('exchanges with the new one, which holds what was recorded before', async () => {
    await send(directorate, south);
    expect(names(south)).toEqual(['before']);
    expect(await send(south, office)).toMatchObject({ verdict: expect.stringMatching('applied|nothing-new') });
    expect(office.home().rosters.self().parent).toBe(nodeOf(south));
    await record(office, 'after');
    const { peer } = await office.call('exchange.write', { to: office.app.grantPath(office.folder, 'folder') });
    expect(peer).toBe(nodeOf(south));
    expect(await send(office, south)).toMatchObject({ verdict: 'applied', quarantined: [] });
    await send(south, directorate);
    expect(await digests(office, south, directorate)).toHaveLength(1);
    for (const app of apps) expect((await app.call('exchange.verify', {})).ok).toBe(true);
  });

  it('may know of it later than both departments, or sooner', async () => {
    await record(office, 'unaware');
    await send(directorate, north);
    // Its certificate is the one from before the move.
    expect(await send(office, north)).toMatchObject({ verdict: 'applied', quarantined: [] });
    await send(north, directorate);
    await send(directorate, office);
    expect(office.home().rosters.self().parent).toBe(nodeOf(south));
    expect(await send(office, south)).toMatchObject({ verdict: 'applied', held: 0, quarantined: [] });
    await send(directorate, south);
    expect(names(south)).toEqual(['before', 'unaware']);
    expect(await digests(office, south, directorate)).toHaveLength(1);
  });

  it('is judged on every node by the tree of the version that a change names', async () => {
    await send(directorate, north);
    await send(directorate, south);
    for (const app of [directorate, north, south]) {
      const { rosters } = app.home();
      const now = rosters.self().roster;
      const above = (version: number) =>
        [north, south].map((one) => rosters.rosterAt(version)?.isAncestor(nodeOf(one), nodeOf(office)));
      expect([now - 1, now].map(above)).toEqual([
        [true, false],
        [false, true],
      ]);
    }
  });

  it('is refused for what is no office, and for what cannot stand above one', async () => {
    const move = { node: nodeOf(office), under: nodeOf(office) };
    await expectRefusal(directorate, 'enrol.move', 'enrol/parent-unknown', move);
    await expectRefusal(directorate, 'enrol.move', 'enrol/node-unknown', { ...move, node: nodeOf(north) });
    await expectRefusal(office, 'enrol.move', 'node/not-the-directorate', move);
  });
});

describe('what a department tells an office', () => {
  it('is how far the directorate holds what the office sent', async () => {
    await record(office, 'forum');
    await send(office, north);
    await send(north, office);
    expect(linkOf(office, north)).toMatchObject({ national: 0 });
    expect(linkOf(office, north)?.acked).toBeGreaterThan(0);
    await send(north, directorate);
    await send(directorate, north);
    const confirmed = linkOf(office, north)?.acked;
    await record(office, 'second');
    await send(office, north);
    await send(north, office);
    expect(linkOf(office, north)).toMatchObject({ national: confirmed });
  });

  it('is the time, so that a wrong clock can be told, and a clock far ahead is told there', async () => {
    await send(office, north);
    const day = 86_400_000;
    office.clock -= 400 * day;
    await send(north, office);
    expect(linkOf(office, north)?.clock_offset_ms).toBe(-400 * day);
    office.clock += 800 * day;
    await record(office, 'forum');
    await send(office, north);
    expect((await north.call('notices.list', {})).map(({ kind, name }) => [kind, name])).toEqual([
      ['clock-suspect', 'office'],
    ]);
  });
});

describe('a correction of what is restricted', () => {
  it('is refused two levels above, whence the words would not reach the owner, and made one level above', async () => {
    const fields = sampleForum();
    const forumId = await record(office, 'corrected');
    await send(office, north);
    await send(north, directorate);
    const [member] = fields.members;
    if (!member) throw new Error('a forum without members');
    const heads = async (at: BulkApp) => ({ heads: await at.heads(forumId) });
    const members = (await directorate.call('forums.get', { forumId })).members.map(({ name: _, ...rest }) => rest);
    const written = (name: string) => ({
      ...fields,
      name: 'corrected',
      members: members.map((one) => ({ ...one, name })),
    });
    const far = { forumId, fields: written('from far'), ...(await heads(directorate)) } as never;
    await expectRefusal(directorate, 'forums.edit', 'record/not-yours', far);
    await north.call('forums.edit', { forumId, fields: written('from near'), ...(await heads(north)) } as never);
    await send(north, office);
    const there = await office.call('forums.get', { forumId });
    expect(there.members.map(({ name }) => name)).toContain('from near');
  });
});
