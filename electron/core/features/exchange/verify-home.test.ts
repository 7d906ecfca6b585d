import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: BulkApp;

beforeEach(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  const forum = sampleForum();
  const { id } = await office.call('forums.create', { fields: forum });
  for (const name of ['second name', 'third name']) {
    const fields = { ...forum, name };
    await office.call('forums.edit', { forumId: id, fields, heads: await office.heads(id) });
  }
  await office.call('disputes.open', { fields: sampleDispute() });
  await carry(office, directorate);
});
afterEach(async () => {
  await directorate.close();
  await office.close();
});

/** What no honest program does: writes past the guards. */
function tamper(app: BulkApp, sql: string, ...values: readonly unknown[]): void {
  const { raw } = app.home().store;
  run(raw, 'INSERT INTO applying (k) VALUES (1)');
  expect(run(raw, sql, ...values)).toBeGreaterThan(0);
  run(raw, 'DELETE FROM applying');
}

const failing = async (app: BulkApp): Promise<string[]> => {
  const { ok, checks } = await app.call('exchange.verify', {});
  const failed = checks.filter((check) => !check.ok).map(({ name }) => name);
  expect(ok).toBe(failed.length === 0);
  return failed;
};

describe('exchange.verify', () => {
  it('finds nothing where nothing was touched, and leaves everything as it was', async () => {
    for (const app of [directorate, office]) {
      const before = await app.call('exchange.digest', { class: 'all' });
      expect(await failing(app)).toEqual([]);
      expect(await app.call('exchange.digest', { class: 'all' })).toEqual(before);
    }
  });

  it.each(['directorate', 'office'] as const)('finds a payload that was altered at the %s', async (where) => {
    const app = where === 'office' ? office : directorate;
    tamper(
      app,
      "UPDATE chg SET pay = CAST(replace(CAST(pay AS TEXT), 'third', 'fourth') AS BLOB) WHERE instr(CAST(pay AS TEXT), 'third') > 0",
    );
    expect(await failing(app)).toEqual(expect.arrayContaining(['chains', 'projections']));
  });

  it('finds a header that was altered', async () => {
    tamper(
      office,
      "UPDATE chg SET hdr = CAST(replace(CAST(hdr AS TEXT), 'policing_officer', 'policing_offizer') AS BLOB) WHERE instr(CAST(hdr AS TEXT), 'forum.edited') > 0",
    );
    const failed = await failing(office);
    expect(failed).toEqual(expect.arrayContaining(['chains']));
  });

  it('finds a signature that is not the change’s own', async () => {
    tamper(directorate, "UPDATE chg SET sig = zeroblob(64) WHERE n = (SELECT max(n) FROM chg WHERE verdict = 'ok')");
    expect(await failing(directorate)).toContain('signatures');
    expect((await directorate.call('exchange.status', {})).quarantined).toBe(1);
  });

  it.each([
    ['office', 'a superseded change'],
    ['directorate', 'a superseded change'],
    ['office', 'the newest change'],
    ['directorate', 'the newest change'],
  ] as const)('finds at the %s that %s was removed', async (where, which) => {
    const app = where === 'office' ? office : directorate;
    const seen = `n = (SELECT max(c.n) FROM chg c JOIN sup ON sup.id16 = c.id16 WHERE sup.grp = 'identity')`;
    tamper(app, `DELETE FROM chg WHERE ${which === 'the newest change' ? 'n = (SELECT max(n) FROM chg)' : seen}`);
    const failed = await failing(app);
    expect(failed.length).toBeGreaterThan(0);
    if (which === 'a superseded change') expect(failed).toContain('chains');
  });

  it('finds an audit entry that was altered or taken out', async () => {
    const { raw } = office.home().store;
    run(raw, "UPDATE audit SET user = 'somebody' WHERE n = 2");
    expect(await failing(office)).toEqual(['audit']);
    run(directorate.home().store.raw, 'DELETE FROM audit WHERE n = 1');
    expect(await failing(directorate)).toEqual(['audit']);
  });

  it.each([
    'UPDATE val SET v = \'{"name":"x","place":"IQG10"}\' WHERE grp = \'identity\'',
    'UPDATE record SET voided = 1',
    'UPDATE forum SET members = 7',
    "UPDATE val SET id16 = x'00' WHERE grp = 'identity'",
    "UPDATE dispute SET stage = 'closed'",
    "UPDATE user_account SET roles = '[]'",
  ])('finds a projection that was changed by hand: %s', async (sql) => {
    tamper(directorate, sql);
    expect(await failing(directorate)).toEqual(['projections']);
  });
});
