import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MappingFields, MappingView } from '#shared/contract/mappings.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMapping, sampleSheet } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

async function newMapping(more: Partial<MappingFields> = {}) {
  const fields = sampleMapping(more);
  const { id: mappingId } = await place.office.call('mappings.create', { fields });
  return { mappingId, fields, heads: await place.office.heads(mappingId) };
}

async function closed(more: Partial<MappingFields> = {}) {
  const { mappingId, fields, heads } = await newMapping(more);
  await place.office.call('mappings.close', { mappingId, closedOn: '2026-02-11', heads });
  return { mappingId, fields, heads: await place.office.heads(mappingId) };
}

const answerOf = ({ answers }: Pick<MappingView, 'answers'>, measure: string) =>
  answers?.find((row) => row.measure === measure && row.dimension === 'all');

describe('a session of security mapping', () => {
  it('comes back in its form as it was typed', async () => {
    const { mappingId, fields } = await newMapping();
    const form = await place.office.call('mappings.form', { mappingId });
    const { chains, ...rest } = fields;
    expect(form).toMatchObject({ ...rest, forumId: null });
    expect(Object.fromEntries(form.chains.map(({ case: name, ...chain }) => [name, chain]))).toEqual(chains);
  });

  it('shows figures, the network and the places, but no single answer', async () => {
    const { mappingId } = await newMapping();
    const view = await place.office.call('mappings.get', { mappingId });
    expect(view).toMatchObject({ side: 'women', below: 5, closedOn: null, conduct: { facilitators: 2 } });
    expect(view.people).toContainEqual({ dimension: 'sex', value: 'female', count: 9 });
    expect(answerOf(view, 'safe_day')).toMatchObject({ high: 9, of: 9, left: 0 });
    // Four of the nine do not feel safe: five would tell it.
    expect(answerOf(view, 'safe_night')).toMatchObject({ high: 'hidden', of: 9 });
    expect(view.map.state).toBe('shown');
    expect(view.map.network).toEqual([
      { actor: 'community_police', turnTo: 40, influence: 30, effect: 'helps', reachable: 'yes' },
    ]);
    expect(view.map.places).toMatchObject([{ name: 'شارع السوق', night: 'unsafe_some', forWhom: 'النساء' }]);
    expect(view.map.chains.map(({ case: name }) => name)).toEqual(['theft', 'harassment']);
    // The heads name the group of the sheets; nothing in it is told.
    expect(JSON.stringify({ ...view, heads: {} })).not.toMatch(/sheet|safeNight/);
  });

  it('of fewer than five people shows neither figures nor what they drew', async () => {
    const { mappingId } = await newMapping({
      participants: [{ sex: 'female', ageBand: 'age_30_44', count: 4 }],
      sheets: [sampleSheet(), sampleSheet()],
    });
    const view = await place.office.call('mappings.get', { mappingId });
    expect(view.map).toEqual({ state: 'few', network: [], places: [], chains: [] });
    expect(view.people?.map(({ count }) => count)).toEqual(['<5', '<5', '<5']);
    expect(answerOf(view, 'safe_night')).toMatchObject({ high: 'hidden', of: '<5' });
  });

  it('is edited while it is open, group by group', async () => {
    const { office } = place;
    const { mappingId, fields, heads } = await newMapping();
    const edited = { ...fields, round: 3, trust: [] };
    expect(await office.call('mappings.edit', { mappingId, fields: edited, heads })).toMatchObject({
      changedGroups: ['session', `trust:${fields.trust[0]?.id}`],
    });
    expect(await office.call('mappings.form', { mappingId })).toMatchObject({ round: 3, trust: [] });
    await expectRefusal(office, 'mappings.edit', 'record/changed', {
      mappingId,
      heads,
      fields: { ...fields, round: 4 },
    });
  });

  it('belongs to a forum of this office, if to any', async () => {
    const { office } = place;
    const forum = await office.call('forums.create', { fields: sampleForum({ name: 'منتدى الخرائط' }) });
    const { mappingId } = await newMapping({ forumId: forum.id });
    expect(await office.call('mappings.get', { mappingId })).toMatchObject({ forumName: 'منتدى الخرائط' });
    const listed = await office.call('mappings.list', { search: 'الخرائط' });
    expect(listed.rows).toMatchObject([{ id: mappingId, group: 'women_adult', round: 1, closedOn: null }]);
    expect((await office.call('mappings.list', { forumId: forum.id })).total).toBe(1);
    await newMapping();
    expect(await office.call('mappings.rounds', { place: 'IQG10', forumId: forum.id })).toMatchObject({
      forumName: 'منتدى الخرائط',
      rounds: [{ round: 1, sessions: 1 }],
    });
    const nowhere = sampleMapping({ forumId: noRecord });
    await expectRefusal(office, 'mappings.create', 'record/not-found', { fields: nowhere });
    await office.call('records.void', { recordId: forum.id, reason: 'x', heads: await office.heads(forum.id) });
    const gone = sampleMapping({ forumId: forum.id });
    await expectRefusal(office, 'mappings.create', 'record/voided', { fields: gone });
    // What was recorded before stays editable.
    const heads = await office.heads(mappingId);
    const fields = { ...gone, round: 9 };
    expect(await office.call('mappings.edit', { mappingId, fields, heads })).toMatchObject({ id: mappingId });
  });

  it('says at the field what cannot be', async () => {
    const fields = sampleMapping({ group: 'girls_adolescent', womenFacilitators: 0 });
    expect(await place.office.answer('mappings.create', { fields })).toMatchObject({
      error: {
        code: 'call/bad-input',
        params: {
          fields: [
            { path: 'fields.womenFacilitators', code: 'field/woman-facilitator-needed' },
            { path: 'fields.guardianConsent', code: 'field/guardian-consent-needed' },
            { path: 'fields.reason', code: 'field/required' },
          ],
        },
      },
    });
  });

  it('that is void or does not exist is not changed', async () => {
    const { office } = place;
    const { mappingId, fields, heads } = await newMapping();
    await office.call('records.void', { recordId: mappingId, reason: 'x', heads });
    const now = { mappingId, heads: await office.heads(mappingId) };
    await expectRefusal(office, 'mappings.edit', 'record/voided', { ...now, fields });
    await expectRefusal(office, 'mappings.close', 'record/voided', { ...now, closedOn: '2026-02-11' });
    await expectRefusal(office, 'mappings.reopen', 'record/voided', { ...now, reason: 'x' });
    const none = { mappingId: noRecord, heads: {} };
    await expectRefusal(office, 'mappings.get', 'record/not-found', { mappingId: noRecord });
    await expectRefusal(office, 'mappings.form', 'record/not-found', { mappingId: noRecord });
    await expectRefusal(office, 'mappings.edit', 'record/not-found', { ...none, fields });
    await expectRefusal(office, 'mappings.close', 'record/not-found', { ...none, closedOn: '2026-02-11' });
    await expectRefusal(office, 'mappings.reopen', 'record/not-found', { ...none, reason: 'x' });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'mappings.create', 'node/not-enrolled', { fields: sampleMapping() });
    await fresh.close();
    const input = { fields: sampleMapping() };
    await expectRefusal(place.directorate, 'mappings.create', 'node/service-not-offered', input);
  });
});

describe('closing a session', () => {
  it('fixes its figures; an officer may reopen it, and then they no longer hold', async () => {
    const { office } = place;
    const { mappingId, fields, heads } = await closed();
    const view = await office.call('mappings.get', { mappingId });
    expect(view).toMatchObject({ closedOn: '2026-02-11', may: { edit: false } });
    expect(answerOf(view, 'safe_day')).toMatchObject({ high: 9, of: 9 });
    await expectRefusal(office, 'mappings.form', 'mapping/closed', { mappingId });
    await expectRefusal(office, 'mappings.edit', 'mapping/closed', { mappingId, heads, fields });
    await expectRefusal(office, 'mappings.close', 'mapping/closed', { mappingId, heads, closedOn: '2026-02-12' });
    await office.call('mappings.reopen', { mappingId, heads, reason: 'ورقة ناقصة' });
    const open = { mappingId, heads: await office.heads(mappingId) };
    await expectRefusal(office, 'mappings.reopen', 'mapping/not-closed', { ...open, reason: 'x' });
    const more = { ...fields, sheets: fields.sheets.map((sheet) => ({ ...sheet, safeDay: 'low' as const })) };
    await office.call('mappings.edit', { ...open, fields: more });
    expect(answerOf(await office.call('mappings.get', { mappingId }), 'safe_day')).toMatchObject({ high: 0, of: 9 });
  });

  it('is refused before it was held, before anybody is counted, and over what was not seen', async () => {
    const { office } = place;
    const { mappingId, heads } = await newMapping();
    const early = { mappingId, heads, closedOn: '2026-02-09' };
    await expectRefusal(office, 'mappings.close', 'mapping/closed-before-held', early);
    const empty = await newMapping({ participants: [], sheets: [] });
    const nobody = { mappingId: empty.mappingId, heads: empty.heads, closedOn: '2026-02-11' };
    await expectRefusal(office, 'mappings.close', 'mapping/nobody-counted', nobody);
    const done = await closed();
    const reopened = { mappingId: done.mappingId, reason: 'x' };
    await office.call('mappings.reopen', { ...reopened, heads: done.heads });
    const stale = { mappingId: done.mappingId, heads: done.heads, closedOn: '2026-02-12' };
    await expectRefusal(office, 'mappings.close', 'record/changed', stale);
    const now = await office.heads(done.mappingId);
    await office.call('mappings.close', { ...stale, heads: now });
    await expectRefusal(office, 'mappings.reopen', 'record/changed', { ...reopened, heads: now });
  });
});

describe('at the directorate', () => {
  it('the figures of a closed session arrive, and nothing of what was answered', async () => {
    const { office, directorate } = place;
    const round = 40;
    const { mappingId } = await closed({ round });
    const open = await newMapping({ round });
    await signIn(office, 'first');
    await carry(office, directorate);
    const view = await directorate.call('mappings.get', { mappingId });
    expect(view).toMatchObject({ group: 'women_adult', conduct: null, map: { state: 'kept', network: [] } });
    expect(view.may).toMatchObject({ edit: false, correct: false });
    expect(answerOf(view, 'safe_day')).toMatchObject({ high: 9, of: 9 });
    expect(answerOf(view, 'safe_night')).toMatchObject({ high: 'hidden', of: 9 });
    const unclosed = await directorate.call('mappings.get', { mappingId: open.mappingId });
    expect([unclosed.people, unclosed.answers]).toEqual([null, null]);
    const { rounds } = await directorate.call('mappings.rounds', { place: 'IQG10' });
    const found = rounds.find((one) => one.round === round);
    expect(found).toMatchObject({ sessions: 2, waiting: 1, women: { sessions: 2, map: { state: 'kept' } } });
    expect(found && answerOf(found, 'safe_day')).toMatchObject({ high: 9, of: 9, leftOut: 0 });
    expect(found && answerOf(found, 'safe_night')).toMatchObject({ high: 0, of: 0, leftOut: 1 });
    const heads = await directorate.heads(mappingId);
    await expectRefusal(directorate, 'mappings.form', 'record/not-yours', { mappingId });
    const fields = sampleMapping();
    await expectRefusal(directorate, 'mappings.edit', 'record/not-yours', { mappingId, heads, fields });
    await expectRefusal(directorate, 'mappings.close', 'record/not-yours', {
      mappingId,
      heads,
      closedOn: '2026-03-01',
    });
    await expectRefusal(directorate, 'mappings.reopen', 'record/not-yours', { mappingId, heads, reason: 'x' });
    await signIn(office, 'policing_officer');
  });
});

describe('a round', () => {
  it('reads women and men apart, and counts all answers of the office together', async () => {
    const { office } = place;
    const round = 50;
    await newMapping({ round });
    await newMapping({ round, group: 'displaced', date: '2026-02-12' });
    const man = { sex: 'male' as const, reports: null, reportsToWoman: null };
    const men = await newMapping({
      round,
      group: 'men_adult',
      womenFacilitators: 0,
      participants: [{ sex: 'male', ageBand: 'age_30_44', count: 6 }],
      sheets: Array.from({ length: 6 }, () => sampleSheet(man)),
      trust: [
        { id: uuidv7(), actor: 'tribal_leader', turnTo: 'high', influence: 'high', effect: 'neutral', reachable: 'no' },
      ],
    });
    const { rounds } = await office.call('mappings.rounds', { place: 'IQG10' });
    const found = rounds.find((one) => one.round === round);
    expect(found).toMatchObject({ from: '2026-02-10', to: '2026-02-12', sessions: 3, waiting: 0 });
    expect(found?.women).toMatchObject({ sessions: 2, map: { network: [{ actor: 'community_police' }] } });
    expect(found?.men).toMatchObject({ sessions: 1, map: { network: [{ actor: 'tribal_leader' }] } });
    expect(found && answerOf(found, 'safe_night')).toMatchObject({ high: 16, of: 24 });
    await office.call('records.void', { recordId: men.mappingId, reason: 'x', heads: men.heads });
    const after = (await office.call('mappings.rounds', { place: 'IQG10' })).rounds.find((one) => one.round === round);
    expect(after).toMatchObject({ sessions: 2, men: { sessions: 0, map: { state: 'none' } } });
  });
});
