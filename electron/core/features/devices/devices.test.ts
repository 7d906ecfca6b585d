import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { takeRoster } from '#core/exchange/take-roster.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';
import { ok } from '#shared/lib/result.ts';

let tree: TwoBranches;
beforeAll(async () => {
  tree = await createTwoBranches();
}, 60_000);
afterAll(() => tree.close());

const deviceOf = (app: BulkApp): string => toBase64Url(app.home().rosters.self().device);
const found = async (app: BulkApp, name: string) =>
  (await app.call('forums.list', { search: name })).rows.map((row) => row.name);
const open = async (app: BulkApp, name: string) =>
  (await app.call('forums.create', { fields: sampleForum({ name, members: [] }) })).id;

describe('a certificate that is withdrawn', () => {
  it('is refused for what is no certificate to withdraw', async () => {
    const { directorate, from } = tree;
    const after = 'everything-received';
    const stranger = 'A'.repeat(22);
    await expectRefusal(from, 'devices.list', 'node/not-the-directorate', {});
    await expectRefusal(from, 'devices.changes', 'node/not-the-directorate', { device: stranger });
    await expectRefusal(from, 'devices.revoke', 'node/not-the-directorate', { device: stranger, after });
    await expectRefusal(directorate, 'devices.changes', 'device/unknown', { device: stranger });
    await expectRefusal(directorate, 'devices.revoke', 'device/unknown', { device: stranger, after });
    await expectRefusal(directorate, 'devices.revoke', 'device/own', { device: deviceOf(directorate), after });
    const wrong = { device: deviceOf(from), after: stranger };
    await expectRefusal(directorate, 'devices.revoke', 'device/unknown-change', wrong);
  });

  it('sets aside what came after the chosen entry, wherever the list of offices comes before or after it', async () => {
    const { directorate, north, from, to, south, pass } = tree;
    const good = await open(from, 'مقبول');
    await pass(from, north, directorate);
    await open(from, 'متأخر');
    await pass(from, north, directorate);
    expect(await found(directorate, 'متأخر')).toEqual(['متأخر']);

    const { rows, total } = await directorate.call('devices.changes', { device: deviceOf(from) });
    expect(total).toBe(rows.length);
    expect(rows[0]).toMatchObject({ kind: 'forum.created', recordType: 'forum', by: expect.stringContaining('from') });
    const [last] = (await directorate.call('records.history', { recordId: good })).map(({ changeId }) => changeId);
    const { setAside } = await directorate.call('devices.revoke', { device: deviceOf(from), after: last ?? '' });
    expect(setAside).toBe(1);
    expect(await found(directorate, 'متأخر')).toEqual([]);
    expect(await found(directorate, 'مقبول')).toEqual(['مقبول']);
    const device = deviceOf(from);
    const listed = (await directorate.call('devices.list', {})).find((row) => row.device === device);
    expect(listed).toMatchObject({ nodeName: 'from', revoked: true, own: false, setAside: 1 });
    await expectRefusal(directorate, 'devices.revoke', 'device/already-revoked', {
      device,
      after: 'everything-received',
    });

    // The department had taken both in before the list came.
    expect(await found(north, 'متأخر')).toEqual(['متأخر']);
    await pass(directorate, north);
    expect(await found(north, 'متأخر')).toEqual([]);
    expect(await found(north, 'مقبول')).toEqual(['مقبول']);
    expect(north.home().rosters.current()?.devicesById.get(device)?.revoked).not.toBeNull();

    // Nothing it writes is taken any more, and nothing is written to it.
    await open(from, 'بعد السحب');
    expect(await carry(from, north)).toMatchObject({ verdict: 'refused', code: 'bundle/revoked' });
    await expectRefusal(north, 'exchange.write', 'exchange/no-peer', { peer: tree.node(from) });

    // Once it hears of it, it says so and keeps nothing that would count nowhere.
    const line = directorate.home().rosters.current()?.line ?? new Uint8Array(0);
    await inTransaction(from.home().store, async () => ok(takeRoster(from.home(), line, new Set())));
    expect(await found(from, 'متأخر')).toEqual([]);
    expect(await from.answer('forums.create', { fields: sampleForum() })).toMatchObject({
      ok: false,
      error: { code: 'node/revoked' },
    });
    await pass(directorate, south, to);
    expect(await open(to, 'غيره')).toBeTruthy();
  }, 30_000);

  it('lets everything count that has come, when that is asked', async () => {
    const { directorate, south, to, pass } = tree;
    await open(to, 'وصل');
    await pass(to, south, directorate);
    await open(to, 'لم يصل');
    const answer = await directorate.call('devices.revoke', { device: deviceOf(to), after: 'everything-received' });
    expect(answer).toMatchObject({ setAside: 0 });
    // The department has not heard yet and takes the rest in; the list finds it there.
    await pass(to, south);
    expect(await found(south, 'لم يصل')).toEqual(['لم يصل']);
    await pass(south, directorate);
    expect(await found(directorate, 'لم يصل')).toEqual([]);
    await pass(directorate, south);
    for (const app of [south, directorate]) {
      expect(await found(app, 'لم يصل')).toEqual([]);
      expect(await found(app, 'وصل')).toEqual(['وصل']);
    }
  }, 30_000);
});
