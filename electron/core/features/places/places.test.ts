import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute, samplePlace } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'first'));

describe('a place', () => {
  it('is added by the directorate under a code of its own and goes down', async () => {
    const { directorate, office } = place;
    const added = await directorate.call('places.add', { fields: samplePlace() });
    expect(added.code).toMatch(/^IQG10-[0-9A-F]{6}$/);
    await carry(directorate, office);
    await signIn(office, 'policing_clerk');
    const { parent, level, names, position, authority } = samplePlace();
    expect(await office.call('places.list', {})).toContainEqual({
      ...added,
      parent,
      level,
      names,
      position,
      authority,
      active: true,
    });
    expect(await office.call('places.get', { placeId: added.id })).toMatchObject({ may: { edit: false } });
  });

  it('is edited over what was seen; its code stays', async () => {
    const { directorate } = place;
    const { id: placeId, code } = await directorate.call('places.add', { fields: samplePlace() });
    const heads = await directorate.heads(placeId);
    const edit = { placeId, fields: samplePlace({ parent: 'IQG13Q01', farReason: 'x', active: false }), heads };
    await directorate.call('places.edit', edit);
    expect(await directorate.call('places.get', { placeId })).toMatchObject({
      code,
      parent: 'IQG13Q01',
      active: false,
    });
    await expectRefusal(directorate, 'places.edit', 'record/changed', { ...edit, fields: samplePlace() });
  });

  it('lies in a greater one and within Iraq', async () => {
    const { directorate } = place;
    const near = { lat: 35_300_000, lon: 43_700_000 };
    const around = await directorate.call('places.add', {
      fields: samplePlace({ level: 3, parent: 'IQG13Q01', position: near }),
    });
    await directorate.call('places.add', { fields: samplePlace({ level: 4, parent: around.code, position: near }) });
    const add = (more: Parameters<typeof samplePlace>[0]) => ({ fields: samplePlace(more) });
    await expectRefusal(directorate, 'places.add', 'place/not-within', add({ level: 2, parent: 'IQG13Q01' }));
    await expectRefusal(directorate, 'places.add', 'place/not-within', add({ parent: 'IQG99' }));
    const edit = { placeId: around.id, heads: await directorate.heads(around.id) };
    await expectRefusal(directorate, 'places.edit', 'place/not-within', {
      ...edit,
      fields: samplePlace({ level: 4, parent: 'IQG13Q01' }),
    });
    expect(
      await directorate.answer('places.add', add({ position: { lat: 44_640_000, lon: 33_740_000 } })),
    ).toMatchObject({ error: { params: { fields: [{ path: 'fields.position', code: 'field/outside-iraq' }] } } });
  });

  it('far from the seat of its district is taken with a reason alone', async () => {
    const { directorate } = place;
    const far = samplePlace({ parent: 'IQG13Q01', position: { lat: 30_500_000, lon: 47_780_000 } });
    await expectRefusal(directorate, 'places.add', 'place/far-from-parent', { fields: far });
    expect(await directorate.answer('places.add', { fields: far })).toMatchObject({
      error: { code: 'place/far-from-parent', params: { km: 654 } },
    });
    const { id: placeId } = await directorate.call('places.add', { fields: { ...far, farReason: 'مخيم قديم' } });
    expect(await directorate.call('places.get', { placeId })).toMatchObject({ farReason: 'مخيم قديم' });
    const edit = { placeId, fields: far, heads: await directorate.heads(placeId) };
    await expectRefusal(directorate, 'places.edit', 'place/far-from-parent', edit);
    // A governorate is large.
    await directorate.call('places.add', { fields: { ...far, parent: 'IQG13', level: 3 } });
  });

  it('that was added is too fine for a dispute, or a district like any other', async () => {
    const { directorate, office } = place;
    const fine = await directorate.call('places.add', { fields: samplePlace() });
    const district = await directorate.call('places.add', { fields: samplePlace({ level: 2, parent: 'IQG13' }) });
    await carry(directorate, office);
    await signIn(office, 'hlp_mediator');
    await expectRefusal(office, 'disputes.open', 'dispute/place-too-fine', {
      fields: sampleDispute({ district: fine.code }),
    });
    await office.call('disputes.open', { fields: sampleDispute({ district: district.code }) });
  });

  it('is not written at an office, and not without the permission', async () => {
    const { office, directorate } = place;
    const edit = { placeId: noRecord, fields: samplePlace(), heads: {} };
    await expectRefusal(office, 'places.add', 'node/not-the-directorate', { fields: samplePlace() });
    await expectRefusal(office, 'places.edit', 'node/not-the-directorate', edit);
    await expectRefusal(office, 'places.get', 'record/not-found', { placeId: noRecord });
    await expectRefusal(directorate, 'places.edit', 'record/not-found', edit);
    await signIn(office, 'auditor');
    expect(await office.refused('places.add', { fields: samplePlace() })).toBe('session/forbidden');
    expect(await office.refused('places.edit', edit)).toBe('session/forbidden');
  });
});
