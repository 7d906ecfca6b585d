import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleAsset, sampleHandover, sampleSite } from '#core/testing/samples.ts';
import { carry, createPair } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let pair: Awaited<ReturnType<typeof createPair>>;
beforeAll(async () => {
  pair = await createPair();
}, 30_000);
afterAll(() => pair.close());

const newAsset = async (more: Parameters<typeof sampleAsset>[0] = {}) =>
  (await pair.office.call('assets.create', { fields: sampleAsset(more) })).id;
const read = (assetId: string) => pair.office.call('assets.get', { assetId });
const heads = (id: string) => pair.office.heads(id);

describe('an asset', () => {
  it('is read as it was written, and found by plate and serial number', async () => {
    const assetId = await newAsset({ plate: '98765 أربيل', serial: 'SN-55' });
    expect(await read(assetId)).toMatchObject({ plate: '98765 أربيل', serial: 'SN-55', amount: 3_500_000, site: null });
    for (const search of ['98765', '٩٨٧٦٥', 'sn-55']) {
      const { rows } = await pair.office.call('assets.list', { search });
      expect(rows.map(({ id }) => id)).toEqual([assetId]);
    }
    const { rows } = await pair.office.call('assets.list', { family: 'equipment' });
    expect(rows.some(({ id }) => id === assetId)).toBe(false);
  });

  it('is not called handed over without a hand-over, nor put where no site is', async () => {
    await expectRefusal(pair.office, 'assets.create', 'holding/handover-required', {
      fields: sampleAsset({ status: 'handed_over' }),
    });
    await expectRefusal(pair.office, 'assets.create', 'holding/no-such-site', {
      fields: sampleAsset({ site: noRecord }),
    });
  });
});

describe('a hand-over', () => {
  it('moves the asset to the site that got it; the names stay at the office', async () => {
    const { office, directorate } = pair;
    const site = await office.call('sites.create', { fields: sampleSite({ name: 'مكتب المنصور' }) });
    const assetId = await newAsset();
    const fields = sampleHandover({ to: '', toSite: site.id });
    const { entryId } = await office.call('holdings.handOver', {
      recordId: assetId,
      fields,
      heads: await heads(assetId),
    });
    const names = { giver: fields.giver, receiver: fields.receiver, witness: '' };
    expect(await read(assetId)).toMatchObject({
      status: 'handed_over',
      condition: 'new',
      site: { id: site.id, name: 'مكتب المنصور' },
      handovers: [{ id: entryId, date: '2026-02-01', to: 'مكتب المنصور', signed: true, names }],
    });
    const listed = (await office.call('assets.list', { siteId: site.id })).rows;
    expect(listed).toMatchObject([{ id: assetId, handedOn: '2026-02-01', siteName: 'مكتب المنصور' }]);
    await carry(office, directorate);
    const above = await directorate.call('assets.get', { assetId });
    expect(above).toMatchObject({ status: 'handed_over', handovers: [{ id: entryId, names: null }] });
    expect(JSON.stringify(above)).not.toContain(fields.giver);
  });

  it('is corrected by one that takes its place and leaves the state alone', async () => {
    const { office } = pair;
    const recordId = await newAsset();
    const first = await office.call('holdings.handOver', {
      recordId,
      fields: sampleHandover(),
      heads: await heads(recordId),
    });
    const check = { date: '2026-03-01', condition: 'good', status: 'in_use' } as const;
    await office.call('holdings.check', { recordId, fields: check, heads: await heads(recordId) });
    await office.call('holdings.handOver', {
      recordId,
      corrects: first.entryId,
      fields: sampleHandover({ date: '2026-01-31' }),
      heads: {},
    });
    expect(await read(recordId)).toMatchObject({
      status: 'in_use',
      condition: 'good',
      handovers: [{ corrects: null }, { date: '2026-01-31', corrects: first.entryId }],
    });
    const [row] = (await office.call('assets.list', {})).rows.filter(({ id }) => id === recordId);
    expect(row).toMatchObject({ handedOn: '2026-01-31', checkedOn: '2026-03-01' });
    await expectRefusal(office, 'holdings.handOver', 'holding/unknown-entry', {
      recordId,
      corrects: noRecord,
      fields: sampleHandover(),
      heads: {},
    });
  });

  it('is refused before the asset was acquired, to a site that is not there, and over what somebody else saved', async () => {
    const { office } = pair;
    const recordId = await newAsset();
    const loaded = await heads(recordId);
    const handOver = (fields: ReturnType<typeof sampleHandover>) => ({ recordId, fields, heads: loaded });
    const early = handOver(sampleHandover({ date: '2026-01-14' }));
    await expectRefusal(office, 'holdings.handOver', 'holding/before-acquired', early);
    const nowhere = handOver(sampleHandover({ toSite: noRecord }));
    await expectRefusal(office, 'holdings.handOver', 'holding/no-such-site', nowhere);
    await office.call('assets.edit', {
      assetId: recordId,
      fields: sampleAsset({ status: 'in_use' }),
      heads: loaded,
    });
    await expectRefusal(office, 'holdings.handOver', 'record/changed', handOver(sampleHandover()));
    await expectRefusal(office, 'holdings.handOver', 'record/not-found', { ...early, recordId: noRecord });
  });

  it('without a signature asks why and keeps it; without a receiver it is refused', async () => {
    const { office } = pair;
    const recordId = await newAsset();
    const answer = async (more: Parameters<typeof sampleHandover>[0]) => {
      const given = await office.answer('holdings.handOver', {
        recordId,
        fields: sampleHandover(more),
        heads: await heads(recordId),
      });
      return given.ok ? 'saved' : JSON.stringify(given.error.params);
    };
    expect(await answer({ signed: false })).toContain('fields.unsignedWhy');
    expect(await answer({ to: '' })).toContain('"path":"fields.to","code":"field/required"');
    expect(await answer({ to: 'المديرية' })).toContain('field/same-giver-and-receiver');
    expect(await answer({ signed: false, unsignedWhy: 'بانتظار التوقيع' })).toBe('saved');
    expect((await read(recordId)).handovers[0]).toMatchObject({ signed: false, unsignedWhy: 'بانتظار التوقيع' });
  });
});

describe('an incident', () => {
  it('of theft needs the number of the police report and marks the asset lost; the account stays at the office', async () => {
    const { office, directorate } = pair;
    const recordId = await newAsset();
    const fields = {
      date: '2026-04-01',
      kind: 'theft',
      policeReport: '311/2026',
      text: 'سُرقت من أمام دار كريم',
    } as const;
    const unreported = { ...fields, policeReport: '' };
    const unreportedAnswer = await office.refused('holdings.report', { recordId, fields: unreported, heads: {} });
    expect(unreportedAnswer).toBe('call/bad-input');
    await office.call('holdings.report', { recordId, fields, heads: await heads(recordId) });
    expect(await read(recordId)).toMatchObject({
      status: 'lost_stolen',
      policeReport: '311/2026',
      incidents: [{ kind: 'theft', text: fields.text }],
    });
    await carry(office, directorate);
    const above = await directorate.call('assets.get', { assetId: recordId });
    expect(above).toMatchObject({ status: 'lost_stolen', incidents: [{ policeReport: '311/2026', text: null }] });
  });

  it('that leaves it usable leaves its status', async () => {
    const recordId = await newAsset({ status: 'in_use' });
    await pair.office.call('holdings.report', {
      recordId,
      fields: { date: '2026-04-01', kind: 'damage', text: 'زجاج مكسور' },
      heads: await heads(recordId),
    });
    expect(await read(recordId)).toMatchObject({ status: 'in_use', incidents: [{ kind: 'damage' }] });
  });
});
