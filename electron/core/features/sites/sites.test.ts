import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleSite } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_clerk');
}, 30_000);
afterAll(() => place.close());

/** Field faults that the core answers, by path. */
async function faults(fields: object): Promise<Record<string, string>> {
  const answer = await place.office.answer('sites.create', { fields: { ...sampleSite(), ...fields } });
  if (answer.ok || answer.error.code !== 'call/bad-input') throw new Error('no field was refused');
  const found = answer.error.params.fields as readonly { path: string; code: string }[];
  return Object.fromEntries(found.map(({ path, code }) => [path, code]));
}

describe('a site', () => {
  it('is read as it was written, and listed among offices', async () => {
    const { office } = place;
    const fields = sampleSite({ amount: 12_000_000, currency: 'IQD' });
    const { id } = await office.call('sites.create', { fields });
    const read = await office.call('sites.get', { siteId: id });
    expect(read).toMatchObject({ ...fields, features: fields.features.toSorted(), may: { edit: true } });
    const offices = await office.call('sites.list', { kinds: 'offices' });
    expect(offices.rows.find((row) => row.id === id)).toMatchObject({ women: 2, men: 5, status: 'in_use' });
    expect((await office.call('sites.list', { kinds: 'works' })).rows.some((row) => row.id === id)).toBe(false);
  });

  it('outside Iraq is refused at the field', async () => {
    expect(await faults({ position: { lat: 31_950_000, lon: 35_930_000 } })).toEqual({
      'fields.position': 'field/outside-iraq',
    });
    // Latitude and longitude changed.
    expect(await faults({ position: { lat: 44_361_500, lon: 33_312_800 } })).toEqual({
      'fields.position': 'field/outside-iraq',
    });
    expect(await faults({ position: 'here' })).toEqual({ 'fields.position': 'field/bad-position' });
  });

  it('is refused at the field where its fields contradict each other', async () => {
    expect(await faults({ startedOn: '2025-03-01', finishedOn: '2025-02-28' })).toEqual({
      'fields.finishedOn': 'field/finished-before-start',
    });
    expect(await faults({ kind: 'other' })).toEqual({ 'fields.kindNote': 'field/required' });
    expect(await faults({ status: 'lost_stolen' })).toEqual({ 'fields.policeReport': 'field/required' });
    expect(await faults({ amount: 5 })).toEqual({ 'fields.currency': 'field/required' });
    expect(await faults({ kind: 'vehicle_car' })).toEqual({ 'fields.kind': 'field/unknown-code' });
  });

  it('loses its position where it is taken out', async () => {
    const { office } = place;
    const { id: siteId } = await office.call('sites.create', { fields: sampleSite() });
    const edited = await office.call('sites.edit', {
      siteId,
      fields: sampleSite({ position: null }),
      heads: await office.heads(siteId),
    });
    expect(edited.changedGroups).toEqual(['position']);
    expect(await office.call('sites.get', { siteId })).toMatchObject({ position: null });
    const chosen = (await office.call('sites.choices', {})).find(({ id }) => id === siteId);
    expect(chosen).toMatchObject({ approximate: true });
    expect(chosen?.position?.lat).toBeGreaterThan(33_000_000);
  });

  it('is a part of a site that is there, and not of itself', async () => {
    const { office } = place;
    const { id: siteId } = await office.call('sites.create', { fields: sampleSite() });
    const room = sampleSite({ kind: 'women_reception_room', partOf: siteId });
    const { id } = await office.call('sites.create', { fields: room });
    expect(await office.call('sites.get', { siteId: id })).toMatchObject({ partOf: siteId });
    await expectRefusal(office, 'sites.create', 'holding/no-such-site', { fields: { ...room, partOf: noRecord } });
    await expectRefusal(office, 'sites.edit', 'holding/no-such-site', {
      siteId,
      fields: sampleSite({ partOf: siteId }),
      heads: await office.heads(siteId),
    });
  });
});

describe('coverage', () => {
  it('tells of each forum which office serves it, how far, and what else there is', async () => {
    const { office, directorate } = place;
    const far = await office.call('sites.create', {
      fields: sampleSite({ name: 'مكتب البصرة', place: 'IQG02', position: { lat: 30_508_500, lon: 47_780_400 } }),
    });
    const near = await office.call('sites.create', { fields: sampleSite({ name: 'مكتب بغداد' }) });
    const forum = async (name: string, site: string | null, more: object = {}) =>
      (await office.call('forums.create', { fields: sampleForum({ name, place: 'IQG08', site, ...more }) })).id;
    const served = await forum('قريب', near.id);
    const away = await forum('بعيد', far.id, { farReason: 'لا مكتب أقرب' });
    const alone = await forum('بلا مكتب', null);
    const ids = [served, away, alone];
    const check = async (app: typeof office) => {
      const coverage = await app.call('coverage.get', {});
      expect(coverage.rules).toEqual({ maxForums: 5, radiusKm: 50 });
      const rows = ids.map((id) => coverage.forums.find((row) => row.id === id));
      expect(rows[0]).toMatchObject({ officeId: near.id, officeName: 'مكتب بغداد', findings: [], nearest: null });
      expect(rows[0]?.km).toBeLessThan(50);
      expect(rows[1]).toMatchObject({ officeId: far.id, findings: ['too_far'], nearest: { within: true } });
      expect(rows[1]?.km).toBeGreaterThan(400);
      expect(rows[2]).toMatchObject({ officeId: null, officeName: '', findings: ['no_office'] });
      expect(coverage.offices.find(({ id }) => id === far.id)).toMatchObject({ forums: 1, far: 1, full: false });
    };
    await check(office);
    await signIn(office, 'first');
    await carry(office, directorate);
    await check(directorate);
  });
});
