/** @file What the methods of sites, assets and their entries refuse, each once. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleAsset, sampleHandover, sampleSite } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

type Heads = Readonly<Record<string, string[]>>;

/** An input that each method would take. */
const inputs = (siteId: string, assetId: string, heads: Heads) => ({
  site: { siteId, fields: sampleSite({ name: 'x', women: 9 }), heads },
  asset: { assetId, fields: sampleAsset({ name: 'x', quantity: 9 }), heads },
  handOver: { recordId: assetId, fields: sampleHandover({ date: '2026-03-09' }), heads },
  check: { recordId: assetId, fields: { date: '2026-03-09', condition: 'fair', status: 'in_use' } as const, heads },
  report: {
    recordId: assetId,
    fields: { date: '2026-03-09', kind: 'loss', policeReport: '7', text: 'x' } as const,
    heads,
  },
});

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const newRecords = async (): Promise<{ site: string; asset: string }> => ({
  site: (await place.office.call('sites.create', { fields: sampleSite() })).id,
  asset: (await place.office.call('assets.create', { fields: sampleAsset() })).id,
});

describe('a site, an asset, or what is added to either', () => {
  it('that does not exist is not found', async () => {
    const { office, ids } = place;
    const missing = inputs(noRecord, noRecord, {});
    await expectRefusal(office, 'sites.get', 'record/not-found', { siteId: ids.asset });
    await expectRefusal(office, 'assets.get', 'record/not-found', { assetId: ids.site });
    await expectRefusal(office, 'holdings.get', 'record/not-found', { recordId: ids.forum });
    await expectRefusal(office, 'sites.edit', 'record/not-found', missing.site);
    await expectRefusal(office, 'assets.edit', 'record/not-found', missing.asset);
    await expectRefusal(office, 'holdings.handOver', 'record/not-found', { ...missing.handOver, recordId: ids.forum });
    await expectRefusal(office, 'holdings.check', 'record/not-found', missing.check);
    await expectRefusal(office, 'holdings.report', 'record/not-found', missing.report);
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'sites.create', 'node/not-enrolled', { fields: sampleSite() });
    await expectRefusal(fresh, 'assets.create', 'node/not-enrolled', { fields: sampleAsset() });
    await fresh.close();
    const { directorate } = place;
    await expectRefusal(directorate, 'sites.create', 'node/service-not-offered', { fields: sampleSite() });
    await expectRefusal(directorate, 'assets.create', 'node/service-not-offered', { fields: sampleAsset() });
  });

  it('is not called handed over by hand, nor placed where nothing is', async () => {
    const { office } = place;
    const { site, asset } = await newRecords();
    const [siteHeads, assetHeads] = [await office.heads(site), await office.heads(asset)];
    const handed = sampleSite({ status: 'handed_over' });
    await expectRefusal(office, 'sites.create', 'holding/handover-required', { fields: handed });
    const ofSite = { siteId: site, fields: handed, heads: siteHeads };
    await expectRefusal(office, 'sites.edit', 'holding/handover-required', ofSite);
    const ofAsset = { assetId: asset, heads: assetHeads };
    const fields = sampleAsset({ status: 'handed_over' });
    await expectRefusal(office, 'assets.edit', 'holding/handover-required', { ...ofAsset, fields });
    const nowhere = sampleAsset({ site: noRecord });
    await expectRefusal(office, 'assets.edit', 'holding/no-such-site', { ...ofAsset, fields: nowhere });
  });

  it('is not written over what somebody else saved, nor corrected where there is nothing', async () => {
    const { office } = place;
    const { site, asset } = await newRecords();
    const stale = inputs(site, asset, { state: ['A'.repeat(22)], identity: ['A'.repeat(22)] });
    await expectRefusal(office, 'sites.edit', 'record/changed', stale.site);
    await expectRefusal(office, 'assets.edit', 'record/changed', stale.asset);
    await expectRefusal(office, 'holdings.check', 'record/changed', stale.check);
    await expectRefusal(office, 'holdings.report', 'record/changed', stale.report);
    await expectRefusal(office, 'holdings.check', 'holding/unknown-entry', { ...stale.check, corrects: noRecord });
    await expectRefusal(office, 'holdings.report', 'holding/unknown-entry', { ...stale.report, corrects: noRecord });
  });

  it('that is void is refused', async () => {
    const { office } = place;
    const { site, asset } = await newRecords();
    for (const recordId of [site, asset]) {
      await office.call('records.void', { recordId, reason: 'x', heads: await office.heads(recordId) });
    }
    const { site: ofSite, asset: ofAsset, handOver, check, report } = inputs(site, asset, {});
    await expectRefusal(office, 'sites.edit', 'record/voided', ofSite);
    await expectRefusal(office, 'assets.edit', 'record/voided', ofAsset);
    await expectRefusal(office, 'holdings.handOver', 'record/voided', handOver);
    await expectRefusal(office, 'holdings.check', 'record/voided', check);
    await expectRefusal(office, 'holdings.report', 'record/voided', report);
  });

  it("of an office is not a clerk's above", async () => {
    const { office, directorate } = place;
    const { site, asset } = await newRecords();
    await signIn(office, 'first');
    await carry(office, directorate);
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'x',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const { site: ofSite } = inputs(site, asset, await directorate.heads(site));
    const { asset: ofAsset, handOver, check, report } = inputs(site, asset, await directorate.heads(asset));
    await expectRefusal(directorate, 'sites.edit', 'record/not-yours', ofSite);
    await expectRefusal(directorate, 'assets.edit', 'record/not-yours', ofAsset);
    await expectRefusal(directorate, 'holdings.handOver', 'record/not-yours', handOver);
    await expectRefusal(directorate, 'holdings.check', 'record/not-yours', check);
    await expectRefusal(directorate, 'holdings.report', 'record/not-yours', report);
    await signIn(office, 'policing_officer');
  });
});
