import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { samplePartner } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'first'));

describe('a partner', () => {
  it('is named by the directorate and read by everybody below', async () => {
    const { directorate, office } = place;
    const { id } = await directorate.call('partners.create', { fields: samplePartner({ note: 'منحة' }) });
    await carry(directorate, office);
    await signIn(office, 'hlp_mediator');
    expect(await office.call('partners.list', {})).toContainEqual({
      id,
      names: samplePartner().names,
      kind: 'donor',
      active: true,
    });
    const view = await office.call('partners.get', { partnerId: id });
    expect(view).toMatchObject({ note: 'منحة', owner: { mine: false } });
    expect(view.may).toEqual({ edit: false, correct: false, void: false });
  });

  it('is edited over what was seen, and stays in the list once it is no longer offered', async () => {
    const { directorate, office } = place;
    const { id: partnerId } = await directorate.call('partners.create', {
      fields: samplePartner({ names: { en: '', 'ar-IQ': 'كندا', 'ckb-IQ': '' } }),
    });
    const heads = await directorate.heads(partnerId);
    const names = { en: 'Canada', 'ar-IQ': 'كندا', 'ckb-IQ': 'کەنەدا' };
    const edit = { partnerId, fields: samplePartner({ names, active: false }), heads };
    await directorate.call('partners.edit', edit);
    const other = samplePartner({ names: { ...names, en: 'X' } });
    await expectRefusal(directorate, 'partners.edit', 'record/changed', { ...edit, fields: other });
    await carry(directorate, office);
    expect((await office.call('partners.list', {})).find(({ id }) => id === partnerId)).toMatchObject({
      names,
      active: false,
    });
  });

  it('has a name in one language at least, and words where its kind is another one', async () => {
    const { directorate } = place;
    const nameless = samplePartner({ names: { en: ' ', 'ar-IQ': '', 'ckb-IQ': '' } });
    expect(await directorate.answer('partners.create', { fields: nameless })).toMatchObject({
      error: { code: 'call/bad-input', params: { fields: [{ path: 'fields.names.ar-IQ', code: 'field/required' }] } },
    });
    expect(await directorate.answer('partners.create', { fields: samplePartner({ kind: 'other' }) })).toMatchObject({
      error: { params: { fields: [{ path: 'fields.note', code: 'field/required' }] } },
    });
  });

  it('is never void: it is no longer offered instead', async () => {
    const { directorate } = place;
    const names = { en: 'Another', 'ar-IQ': '', 'ckb-IQ': '' };
    const { id: recordId } = await directorate.call('partners.create', { fields: samplePartner({ names }) });
    const heads = await directorate.heads(recordId);
    await expectRefusal(directorate, 'records.void', 'record/not-found', { recordId, reason: 'x', heads });
  });

  it('is not written at an office, and not without the permission', async () => {
    const { office } = place;
    const edit = { partnerId: noRecord, fields: samplePartner(), heads: {} };
    await expectRefusal(office, 'partners.create', 'node/not-the-directorate', { fields: samplePartner() });
    await expectRefusal(office, 'partners.edit', 'node/not-the-directorate', edit);
    await expectRefusal(office, 'partners.proposals', 'node/not-the-directorate', {});
    await expectRefusal(office, 'partners.takeProposals', 'node/not-the-directorate', { keys: ['iom'] });
    await expectRefusal(office, 'partners.get', 'record/not-found', { partnerId: noRecord });
    await expectRefusal(office, 'partners.get', 'record/not-found', { partnerId: place.ids.forum });
    await expectRefusal(place.directorate, 'partners.edit', 'record/not-found', edit);
    await signIn(office, 'policing_officer');
    expect(await office.refused('partners.create', { fields: samplePartner() })).toBe('session/forbidden');
    expect(await office.refused('partners.edit', edit)).toBe('session/forbidden');
  });
});

describe('proposed partners', () => {
  it('are taken over as records once; what is there by name is not proposed again', async () => {
    const { directorate } = place;
    await directorate.call('partners.create', {
      fields: samplePartner({ names: { en: '', 'ar-IQ': 'هولندا', 'ckb-IQ': '' } }),
    });
    const proposed = await directorate.call('partners.proposals', {});
    expect(proposed.map(({ key }) => key)).toContain('border_points_commission');
    expect(proposed.map(({ key }) => key)).not.toContain('netherlands');
    const before = (await directorate.call('partners.list', {})).length;
    const keys = proposed.map(({ key }) => key);
    expect(await directorate.call('partners.takeProposals', { keys })).toEqual({ added: keys.length });
    expect(await directorate.call('partners.list', {})).toHaveLength(before + keys.length);
    expect(await directorate.call('partners.proposals', {})).toEqual([]);
    expect(await directorate.call('partners.takeProposals', { keys })).toEqual({ added: 0 });
  });
});
