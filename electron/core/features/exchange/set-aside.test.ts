import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
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
  await office.call('forums.create', { fields: sampleForum({ name: 'منتدى', members: [] }) });
  await carry(office, directorate);
}, 30_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});

/** As if it had been judged by what is known no longer to hold. */
function setAside(verdict: 'quarantined' | 'held', code: string): void {
  const { raw } = directorate.home().store;
  run(raw, 'INSERT INTO applying (k) VALUES (1)');
  run(raw, "UPDATE chg SET verdict = ?, code = ?, projected = 0 WHERE at = 'forum'", verdict, code);
  run(raw, 'DELETE FROM applying');
}

describe('what is set aside', () => {
  it('is listed with who wrote it and why, never with its contents', async () => {
    setAside('quarantined', 'change/unauthorised');
    const { rows, total } = await directorate.call('exchange.setAside', {});
    expect(rows).toHaveLength(total);
    expect(rows[0]).toMatchObject({
      code: 'change/unauthorised',
      held: false,
      recordType: 'forum',
      writtenBy: 'office',
      cameFrom: 'office',
      canRetry: true,
    });
    expect(JSON.stringify(rows)).not.toContain('منتدى');
    expect((await directorate.call('exchange.status', {})).peers[0]).toMatchObject({ setAsideHere: total });
  });

  it('comes into use when judging it again finds nothing against it', async () => {
    setAside('held', 'change/held-roster');
    const { total } = await directorate.call('exchange.setAside', {});
    expect(await directorate.call('exchange.retry', {})).toEqual({ accepted: total, left: 0 });
    expect((await directorate.call('exchange.setAside', {})).rows).toEqual([]);
    expect((await directorate.call('forums.list', {})).rows[0]).toMatchObject({ name: 'منتدى' });
  });

  it('stays aside when it came spoilt', async () => {
    setAside('quarantined', 'change/signature');
    const { total, rows } = await directorate.call('exchange.setAside', {});
    expect(rows[0]).toMatchObject({ canRetry: false });
    expect(await directorate.call('exchange.retry', {})).toEqual({ accepted: 0, left: total });
  });
});

it('a person may say that the date of this PC is right', async () => {
  await office.call('exchange.confirmClock', {});
  expect(await office.call('exchange.status', {})).toMatchObject({ clock: 'confirmed' });
});
