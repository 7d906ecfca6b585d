import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { carry, createTestApp, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: TestApp;
beforeAll(async () => {
  directorate = await createBulkApp();
  await initHome(directorate, 'directorate');
  office = await createTestApp();
  await initHome(office, 'office');
  await enrol(directorate, office);
}, 30_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});

const peerOf = async (app: TestApp) => {
  const [peer] = (await app.call('exchange.status', {})).peers;
  if (!peer) throw new Error('no neighbour');
  return peer;
};

describe('the state of the exchange', () => {
  it('says what waits, what is confirmed, and where the other stands', async () => {
    await office.call('forums.create', { fields: sampleForum({ members: [] }) });
    const before = await peerOf(office);
    expect(before).toMatchObject({ relation: 'above', unsent: before.waiting, appVersion: null, setAsideThere: [] });
    await carry(office, directorate);
    expect(await peerOf(directorate)).toMatchObject({ relation: 'below', appVersion: '0.0.0-test', roster: 2 });
    expect(await peerOf(office)).toMatchObject({ waiting: before.waiting, unsent: 0 });
    await carry(directorate, office);
    expect(await peerOf(office)).toMatchObject({ waiting: 0, appVersion: '0.0.0-test' });
  });

  it('says which files are confirmed, and nothing of what only left', async () => {
    await office.call('forums.create', { fields: sampleForum({ members: [] }) });
    await carry(office, directorate);
    const newest = async () => (await office.call('exchange.history', { direction: 'out' })).rows[0];
    expect(await newest()).toMatchObject({ direction: 'out', confirmed: false, positions: { epoch: 1 } });
    await carry(directorate, office);
    expect(await newest()).toMatchObject({ confirmed: true });
    const all = await office.call('exchange.history', {});
    expect(all.rows.some(({ direction, confirmed }) => direction === 'in' && confirmed === null)).toBe(true);
    expect(await office.call('exchange.history', { amiss: true })).toMatchObject({ rows: [], total: 0 });
    const { node } = await peerOf(office);
    expect((await office.call('exchange.history', { node })).total).toBe(all.total);
  });

  it('gives a paper to a file that was written here, and to no other', async () => {
    const { rows } = await office.call('exchange.history', { direction: 'out' });
    const [out] = rows;
    if (!out?.node || out.bundleNumber === null) throw new Error('no file was written');
    const file = { node: out.node, bundleNumber: out.bundleNumber };
    const paper = await office.call('exchange.waybill', file);
    expect(paper).toMatchObject({ bundleNumber: out.bundleNumber, file: out.file, bytes: out.bytes, sha: out.sha });
    expect(paper.from.code).toMatch(/^[A-Z]{2}\d{3}$/);
    const missing = { ...file, bundleNumber: 99_999 };
    await expectRefusal(office, 'exchange.waybill', 'exchange/no-such-file', missing);
  });

  it('is asked in less than a tenth of a second with five hundred offices', async () => {
    const { raw } = directorate.home().store;
    raw.transaction(() => {
      for (let i = 0; i < 500; i++) {
        run(
          raw,
          `INSERT INTO peer (dev, node, out_epoch_n, out_epoch_r, acked, acked_bn, bn, sent_to, in_k, in_bn, roster)
           VALUES (?, ?, 1, ?, 0, 0, 0, 0, 0, 0, 1)`,
          randomBytes(16),
          '00000000-0000-7000-8000-000000000000',
          randomBytes(8),
        );
      }
    })();
    await directorate.call('exchange.status', {});
    const start = performance.now();
    const { peers } = await directorate.call('exchange.status', {});
    expect(peers).toHaveLength(501);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
