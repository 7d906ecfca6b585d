/** @file Homes that went back, were copied or moved: nothing is lost, people are told, and links come to rest. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '#core/changes/statements.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { ok } from '#shared/lib/result.ts';
import { beginIncarnation } from './incarnations.ts';

let directorate: BulkApp;
let office: BulkApp;
let apps: BulkApp[] = [];

beforeEach(async () => {
  directorate = await createBulkApp();
  office = await createBulkApp();
  apps = [directorate, office];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
});
afterEach(async () => {
  for (const app of apps) await app.close();
});

const record = async (app: BulkApp, name = 'forum') =>
  (await app.call('forums.create', { fields: { ...sampleForum(), name } })).id;
const names = (app: BulkApp) =>
  app.rows<{ name: string }>('SELECT name FROM forum ORDER BY name').map(({ name }) => name);
const notices = async (app: BulkApp) => (await app.call('notices.list', {})).map(({ kind }) => kind).toSorted();
const linkOf = (app: BulkApp, peer: BulkApp) =>
  app.rows<{ acked: number; in_k: number; out_epoch_n: number; bn: number; national: number }>(
    'SELECT * FROM peer WHERE dev = ?',
    peer.home().rosters.self().device,
  )[0];

async function write(from: BulkApp, to: BulkApp): Promise<string> {
  const peer = Buffer.from(to.home().rosters.self().device).toString('hex');
  const { file } = await from.call('exchange.write', { to: from.app.grantPath(from.folder, 'folder'), peer });
  expect(existsSync(file)).toBe(true);
  return file;
}

async function take(at: BulkApp, file: string) {
  const [report] = await at.call('exchange.takeIn', { files: [at.app.grantPath(file, 'file')] });
  if (!report) throw new Error('no report');
  return report;
}

const send = async (from: BulkApp, to: BulkApp) => take(to, await write(from, to));

/** There and back until nothing is under way. */
async function settle(one: BulkApp, other: BulkApp): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await send(one, other);
    await send(other, one);
  }
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    expect(await send(from, to)).toMatchObject({ verdict: 'nothing-new', applied: 0 });
    expect(linkOf(from, to)?.acked).toBe(linkOf(to, from)?.in_k);
  }
  const owner = one.home().rosters.self().node;
  for (const at of [one, other]) expect((await at.call('exchange.verify', {})).checks.filter((c) => !c.ok)).toEqual([]);
  expect(await one.call('exchange.digest', { owner })).toEqual(await other.call('exchange.digest', { owner }));
}

/** The state of a store as it stands, to be put back later as a failing disk or a careless copy would. */
function snapshot(app: BulkApp): () => void {
  const { raw } = app.home().store;
  const tables = app
    .rows<{ name: string }>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'record_fts%' AND name NOT IN ('applying', 'audit', 'command')",
    )
    .map(({ name }) => name);
  const kept = tables.map((name) => ({ name, rows: raw.prepare(`SELECT * FROM ${name}`).all() as object[] }));
  const words = raw.prepare('SELECT rowid, fold FROM record_fts').all() as { rowid: number; fold: string }[];
  return () => {
    raw.exec('BEGIN; INSERT INTO applying (k) VALUES (1); PRAGMA defer_foreign_keys = ON');
    for (const { name, rows } of kept) {
      raw.exec(`DELETE FROM ${name}`);
      for (const row of rows) {
        const columns = Object.keys(row);
        raw
          .prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
          .run(...Object.values(row));
      }
    }
    raw.exec('DELETE FROM record_fts');
    for (const { rowid, fold } of words)
      raw.prepare('INSERT INTO record_fts (rowid, fold) VALUES (?, ?)').run(rowid, fold);
    raw.exec('DELETE FROM applying; COMMIT');
    app.home().rosters.reload();
  };
}

describe('a home that went back unnoticed', () => {
  it('learns of it from the answer, begins a new incarnation and gets back what it had sent', async () => {
    await record(office, 'kept');
    await send(office, directorate);
    const back = snapshot(office);
    await record(office, 'lost');
    await send(office, directorate);
    back();
    await record(office, 'after');
    expect(await send(office, directorate)).toMatchObject({ code: 'link/fork' });
    expect(await send(directorate, office)).toMatchObject({ code: 'link/rollback-of-me' });
    expect(office.rows('SELECT why FROM inc ORDER BY ordinal')).toEqual([{ why: 'first' }, { why: 'ack' }]);
    expect(linkOf(office, directorate)).toMatchObject({ acked: 0, out_epoch_n: 2 });
    await record(office, 'new life');
    expect(await send(office, directorate)).toMatchObject({ code: 'link/rollback-of-you' });
    await settle(office, directorate);
    expect(names(office)).toEqual(['after', 'kept', 'lost', 'new life']);
    expect(names(directorate)).toEqual(names(office));
    expect(await notices(office)).toEqual(['rolled-back', 'seq-reused']);
    expect(await notices(directorate)).toEqual(['fork', 'peer-restored', 'seq-reused']);
  });

  it('begins at the first position again, whatever had been confirmed', async () => {
    await record(office);
    await settle(office, directorate);
    expect(linkOf(office, directorate)?.acked).toBeGreaterThan(0);
    await begin(office);
    expect(linkOf(office, directorate)).toMatchObject({ acked: 0, national: 0, out_epoch_n: 2 });
    expect(await send(office, directorate)).not.toMatchObject({ verdict: 'gap' });
  });

  it('names its old head in the first change of the new life', async () => {
    await record(office);
    const [before] = office.rows<{ head: Uint8Array }>('SELECT head FROM inc');
    await begin(office);
    await record(office);
    const [first] = office.rows<{ prev: string; seq: number }>(
      "SELECT json_extract(CAST(hdr AS TEXT), '$.prev') AS prev, seq FROM chg WHERE inc = (SELECT inc FROM inc WHERE ordinal = 2) ORDER BY seq",
    );
    expect(first).toEqual({ prev: Buffer.from(before?.head ?? []).toString('base64url'), seq: 1 });
    await settle(office, directorate);
  });

  it('is found at the directorate too, where every office is told everything again', async () => {
    await record(office, 'one');
    await settle(office, directorate);
    const back = snapshot(directorate);
    await record(office, 'two');
    await settle(office, directorate);
    back();
    expect(linkOf(directorate, office)?.in_k).toBeLessThan(linkOf(office, directorate)?.acked ?? 0);
    await send(directorate, office);
    // Its file bears a number that stood on another before; what it confirms counts once it has learned that.
    expect(await notices(office)).toEqual(['fork']);
    await settle(office, directorate);
    expect(await notices(office)).toEqual(['fork', 'peer-restored']);
    expect(names(directorate)).toEqual(['one', 'two']);
  });
});

const begin = (app: BulkApp) =>
  inTransaction(app.home().store, async () => {
    const { store, rosters } = app.home();
    return ok(beginIncarnation(store.raw, rosters, { why: 'restore', at: '2026-03-01T08:00:00Z' }));
  });

describe('a directorate that went back before it certified somebody', () => {
  let back: () => void;
  let third: BulkApp;
  beforeEach(async () => {
    await record(office, 'forum');
    await settle(office, directorate);
    back = snapshot(directorate);
    third = await createBulkApp();
    apps.push(third);
    await initHome(third, 'office', 'third' as never);
    await enrol(directorate, third);
  });

  const request = async () => {
    const other = await createBulkApp();
    apps.push(other);
    await initHome(other, 'office', 'fourth' as never);
    const path = join(other.folder, 'request.cpr');
    const { fingerprint } = await other.call('enrol.request', { to: other.app.grantPath(path, 'file') });
    return { file: directorate.app.grantPath(path, 'file'), fingerprint };
  };

  it('issues no roster until its office has brought back the newest', async () => {
    await send(directorate, office);
    back();
    await begin(directorate);
    const accept = await request();
    await send(office, directorate);
    await expectRefusal(directorate, 'enrol.accept', 'enrol/roster-behind', accept);
    const move = { node: office.home().rosters.self().node, under: directorate.home().rosters.self().node };
    await expectRefusal(directorate, 'enrol.move', 'enrol/roster-behind', move);
    await send(directorate, office);
    await send(office, directorate);
    expect(directorate.home().rosters.self().roster).toBe(office.home().rosters.self().roster);
    await directorate.call('enrol.accept', accept);
    // The one that was certified meanwhile is known again.
    await send(directorate, third);
    expect(await send(third, directorate)).toMatchObject({ verdict: 'applied', quarantined: [] });
    await settle(office, directorate);
  });

  it('goes on with both lists where it did not know, and certified another meanwhile', async () => {
    await send(directorate, office);
    back();
    await directorate.call('enrol.accept', await request());
    // Two lists under one number.
    const versions = [directorate, office].map((app) => app.home().rosters.self().roster);
    expect(versions[0]).toBe(versions[1]);
    await send(office, directorate);
    await settle(office, directorate);
    const { nodes, version } = directorate.home().rosters.current() ?? { nodes: [], version: 0 };
    expect(version).toBeGreaterThan(1000);
    expect(office.home().rosters.current()?.hash).toEqual(directorate.home().rosters.current()?.hash);
    expect(nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['third', 'fourth']));
    // Each life gave the code to one of them.
    expect(new Set(nodes.flatMap(({ code }) => code ?? [])).size).toBe(3);
    expect(await send(third, directorate)).toMatchObject({ verdict: 'applied', quarantined: [] });
  });

  it('leaves out the numbers it may have used, where nobody could tell it', async () => {
    back();
    await begin(directorate);
    const before = directorate.home().rosters.self().roster;
    await directorate.call('enrol.accept', await request());
    expect(directorate.home().rosters.self().roster).toBe(before + 1000);
    await directorate.call('enrol.accept', await request());
    expect(directorate.home().rosters.self().roster).toBe(before + 1001);
    await settle(office, directorate);
    expect(office.home().rosters.self().roster).toBe(before + 1001);
  });
});

describe('two machines with one identity', () => {
  it('keep both their histories everywhere, and the directorate says so', async () => {
    await record(office, 'common');
    await settle(office, directorate);
    const first = snapshot(office);
    await record(office, 'of the copy');
    await send(office, directorate);
    let other = snapshot(office);
    first();
    const turn = async (name: string): Promise<void> => {
      const mine = snapshot(office);
      other();
      other = mine;
      await record(office, name);
      await send(office, directorate);
      await send(directorate, office);
    };
    await record(office, 'of the original');
    await send(office, directorate);
    await send(directorate, office);
    for (let i = 0; i < 4; i++) await turn(`turn ${i}`);
    expect(await notices(directorate)).toContain('clone');
    const all = ['common', 'of the copy', 'of the original', 'turn 0', 'turn 1', 'turn 2', 'turn 3'];
    expect(names(directorate)).toEqual(all);
    await settle(office, directorate);
    expect(names(office)).toEqual(all);
    other();
    await settle(office, directorate);
    expect(names(office)).toEqual(all);
  }, 60_000);
});

describe('a copied machine that goes on from behind', () => {
  it('is seen by what it brings, though its file ends before the position and leads through no hash that is kept', async () => {
    await record(office, 'before the copy');
    await settle(office, directorate);
    const becomeCopy = snapshot(office);
    await record(office, 'second');
    // Its number is then unknown to the directorate.
    await write(office, directorate);
    await record(office, 'third');
    expect(await send(office, directorate)).toMatchObject({ verdict: 'applied' });
    const becomeOriginal = snapshot(office);
    becomeCopy();
    await record(office, 'of the copy');
    const fromCopy = await write(office, directorate);
    becomeOriginal();
    expect(await take(directorate, fromCopy)).toMatchObject({ code: 'link/fork' });
    await settle(office, directorate);
    for (const app of [office, directorate])
      expect(names(app)).toEqual(['before the copy', 'of the copy', 'second', 'third']);
    expect(await notices(office)).toContain('rolled-back');
  });
});

describe('an epoch', () => {
  it('that a peer shows later than ours is passed by the next', async () => {
    await record(office);
    for (let i = 0; i < 3; i++) await begin(office);
    await settle(office, directorate);
    const epoch = linkOf(office, directorate)?.out_epoch_n ?? 0;
    run(office.home().store.raw, 'UPDATE peer SET out_epoch_n = 2');
    run(office.home().store.raw, 'DELETE FROM link_out');
    await send(directorate, office);
    expect(linkOf(office, directorate)?.out_epoch_n).toBe(epoch + 1);
    await settle(office, directorate);
  });

  it('that is older still brings its changes, which also come back to where they were lost', async () => {
    await record(office, 'kept');
    await settle(office, directorate);
    const back = snapshot(office);
    await record(office, 'on a stick');
    const late = await write(office, directorate);
    back();
    await begin(office);
    await settle(office, directorate);
    expect(await take(directorate, late)).toMatchObject({ applied: 2, code: 'link/stale-epoch' });
    await settle(office, directorate);
    expect(names(office)).toEqual(['kept', 'on a stick']);
  });
});

describe('a number', () => {
  it('of a file that stood on another file before is told as a fork', async () => {
    await record(office);
    const back = snapshot(office);
    await send(office, directorate);
    back();
    expect(await send(office, directorate)).toMatchObject({ code: 'link/fork' });
    expect(await notices(directorate)).toEqual(['fork']);
  });

  it('of a case begins with X until the directorate has given a letter to the new incarnation', async () => {
    const number = async () => (await office.call('disputes.open', { fields: sampleDispute() })).number;
    expect(await number()).toMatch(/^[A-Z]{2}\d{3}-2026-A0001-/);
    await begin(office);
    const provisional = await number();
    expect(provisional).toMatch(/^[A-Z]{2}\d{3}-2026-X[0-9A-Z]{4}0001-/);
    expect(await number()).not.toBe(provisional);
    await settle(office, directorate);
    expect(await number()).toMatch(/^[A-Z]{2}\d{3}-2026-B0001-/);
    expect(await notices(office)).toEqual(['rolled-back']);
    await settle(office, directorate);
  });
});
