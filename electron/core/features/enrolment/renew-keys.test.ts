/** @file A stolen office computer: its certificate is withdrawn, its backup goes on on another machine under new keys. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { noToken } from '#core/testing/unlike-ids.ts';
import {
  carry,
  createTestApp,
  enrol,
  initHome,
  type TestApp,
  testPassphrase,
  testUser,
} from '#core/testing/test-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'jisr-renew-'));
let directorate: TestApp;
let stolen: TestApp;
let restored: TestApp;
let node: string;

beforeAll(async () => {
  directorate = await createTestApp();
  stolen = await createTestApp();
  restored = await createTestApp();
  await initHome(directorate, 'directorate');
  ({ node } = await initHome(stolen, 'office'));
  await enrol(directorate, stolen);
  await stolen.call('forums.create', { fields: sampleForum({ name: 'قبل السرقة' }) });
  await stolen.call('disputes.open', { fields: sampleDispute() });
  await carry(stolen, directorate);
  await carry(directorate, stolen, node);
  const backup = join(folder, 'office.backup');
  await stolen.call('backup.write', { to: stolen.app.grantPath(backup, 'file') });
  await restored.call('backup.restore', {
    file: restored.app.grantPath(backup, 'file'),
    user: testUser,
    passphrase: testPassphrase,
  });
}, 60_000);
afterAll(async () => {
  for (const app of [restored, stolen, directorate]) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const newestNumber = async (app: TestApp): Promise<string> => {
  const { rows } = await app.call('disputes.list', {});
  return (
    rows
      .map(({ number }) => number)
      .sort()
      .at(-1) ?? ''
  );
};

/** New keys for the restored home: asked for, certified for the same node, installed. */
async function renew(): Promise<void> {
  const [request, answer] = [join(folder, 'renew.cpr'), join(folder, 'renew.cpa')];
  const asked = await restored.call('enrol.renew', { to: restored.app.grantPath(request, 'file') });
  const again = await restored.call('enrol.renew', { to: restored.app.grantPath(request, 'file') });
  expect(again.fingerprint).toBe(asked.fingerprint);
  await directorate.call('enrol.accept', {
    file: directorate.app.grantPath(request, 'file'),
    fingerprint: asked.fingerprint,
    to: directorate.app.grantPath(answer, 'file'),
    node,
  });
  const { root } = await directorate.call('enrol.fingerprints', {});
  const file = restored.app.grantPath(answer, 'file');
  await restored.call('enrol.install', { file, fingerprint: root ?? '' });
}

describe('new keys for a restored computer', () => {
  it('are not for the directorate, nor before enrolment, and no answer fits who did not ask', async () => {
    await expectRefusal(directorate, 'enrol.renew', 'enrol/not-at-the-directorate', {});
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'enrol.renew', 'node/not-enrolled', {});
    await expectRefusal(restored, 'enrol.renew', 'file/unknown-token', { to: noToken });
    const to = restored.app.grantPath(join(folder, 'gone', 'x'), 'file');
    await expectRefusal(restored, 'enrol.renew', 'file/cannot-write', { to });
    await fresh.close();
  });

  it('take over the records of the blocked one, and both ends hold the same', async () => {
    const { device } = await stolen.call('exchange.status', {});
    const dev = Buffer.from(device, 'hex').toString('base64url');
    await directorate.call('devices.revoke', { device: dev, after: 'everything-received' });
    const before = await newestNumber(restored);
    await renew();
    const status = await restored.call('exchange.status', {});
    expect(status.device).not.toBe(device);
    expect(status.peers).toHaveLength(1);
    await restored.call('forums.create', { fields: sampleForum({ name: 'بعد السرقة' }) });
    await restored.call('disputes.open', { fields: sampleDispute() });
    // The certificate gives the next letter: no number can be given twice.
    expect((await newestNumber(restored)).slice(11, 12)).not.toBe(before.slice(11, 12));
    const up = await carry(restored, directorate);
    expect(up).toMatchObject({ verdict: 'applied', quarantined: [], held: 0 });
    expect(await carry(directorate, restored, status.device)).toMatchObject({ quarantined: [], held: 0 });
    expect(await directorate.call('exchange.digest', { owner: node })).toEqual(
      await restored.call('exchange.digest', { owner: node }),
    );
    expect((await restored.call('exchange.status', {})).peers[0]).toMatchObject({ waiting: 0 });
    expect((await restored.call('exchange.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect((await directorate.call('exchange.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('survive the next log-in: the witness is that of the new device', async () => {
    const { notices } = { notices: await restored.call('notices.list', {}) };
    const rolledBack = notices.filter(({ kind }) => kind === 'rolled-back').length;
    await restored.call('session.lock', {});
    await restored.call('session.unlock', { user: testUser, passphrase: testPassphrase });
    const after = await restored.call('notices.list', {});
    expect(after.filter(({ kind }) => kind === 'rolled-back')).toHaveLength(rolledBack);
    await restored.call('forums.create', { fields: sampleForum({ name: 'بعد الدخول' }) });
    expect(await carry(restored, directorate)).toMatchObject({ verdict: 'applied', quarantined: [] });
  });

  it('leave the thief with nothing that anybody takes in', async () => {
    await stolen.call('forums.create', { fields: sampleForum({ name: 'من السارق' }) });
    expect(await carry(stolen, directorate)).toMatchObject({ verdict: 'refused', code: 'bundle/revoked' });
  });
});
