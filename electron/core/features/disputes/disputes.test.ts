import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'hlp_supervisor'));

async function newDispute(more: Partial<DisputeInput> = {}) {
  const fields = sampleDispute(more);
  const { id: disputeId, number } = await place.office.call('disputes.open', { fields });
  return { disputeId, number, fields, heads: await place.office.heads(disputeId) };
}

/** A place below the districts. */
async function finePlace(): Promise<string> {
  const found = (await place.office.call('reference.places', {})).find(({ level }) => level > 2);
  return found?.code ?? 'IQG10-X';
}

describe('a dispute', () => {
  it('is read as it was written, with its number, stage and first mediator', async () => {
    const { disputeId, number, fields } = await newDispute();
    const read = await place.office.call('disputes.get', { disputeId });
    expect(read).toMatchObject({ number, narrative: fields.narrative, parties: fields.parties, withheld: [] });
    expect(read.stage).toMatchObject({ code: 'intake', since: fields.intakeDate, outcome: null });
    expect(read.mediators).toEqual([{ userId: place.users.hlp_supervisor, name: 'الاسم hlp_supervisor' }]);
  });

  it('is numbered in a row within the year of its intake', async () => {
    const serialOf = async (intakeDate: string) => {
      const { number } = await newDispute({ intakeDate });
      return Number(/-A(\d{4})-/.exec(number)?.[1]);
    };
    const first = await serialOf('2024-06-01');
    expect([first, await serialOf('2024-01-01'), await serialOf('2023-01-01')]).toEqual([1, 2, 1]);
  });

  it('leaves the office with a district at most', async () => {
    const { office } = place;
    const district = await finePlace();
    const fields = sampleDispute({ district });
    await expectRefusal(office, 'disputes.open', 'dispute/place-too-fine', { fields });
    const { disputeId, heads } = await newDispute();
    await expectRefusal(office, 'disputes.edit', 'dispute/place-too-fine', { disputeId, fields, heads });
  });

  it('is not edited over what somebody else saved meanwhile', async () => {
    const { office } = place;
    const { disputeId, fields, heads } = await newDispute();
    await office.call('disputes.edit', { disputeId, fields: { ...fields, narrative: 'الأول' }, heads });
    const late = { ...fields, narrative: 'x' };
    await expectRefusal(office, 'disputes.edit', 'record/changed', { disputeId, fields: late, heads });
    // What the other did not touch can still be saved with the same form.
    await office.call('disputes.edit', {
      disputeId,
      heads,
      fields: { ...fields, narrative: 'الأول', channel: 'phone_hotline' },
    });
  });

  it('that is void takes no edit, move, step or mediator', async () => {
    const { office } = place;
    const { disputeId, fields, heads: before } = await newDispute();
    await office.call('records.void', { recordId: disputeId, reason: 'x', heads: before });
    const heads = await office.heads(disputeId);
    const step = { kind: 'call', date: '2026-02-20', text: 'x' } as const;
    const move = { to: 'screening', date: '2026-02-20' } as const;
    await expectRefusal(office, 'disputes.edit', 'record/voided', { disputeId, fields, heads });
    await expectRefusal(office, 'disputes.move', 'record/voided', { disputeId, heads, ...move });
    await expectRefusal(office, 'disputes.addStep', 'record/voided', { disputeId, ...step });
    await expectRefusal(office, 'disputes.assign', 'record/voided', { disputeId, heads, mediators: [noRecord] });
  });

  it('that does not exist is not found', async () => {
    const { office } = place;
    const none = { disputeId: noRecord, heads: {} };
    const step = { kind: 'call', date: '2026-02-20', text: 'x' } as const;
    await expectRefusal(office, 'disputes.get', 'record/not-found', { disputeId: noRecord });
    await expectRefusal(office, 'disputes.edit', 'record/not-found', { ...none, fields: sampleDispute() });
    await expectRefusal(office, 'disputes.move', 'record/not-found', { ...none, to: 'closed', date: '2026-02-20' });
    await expectRefusal(office, 'disputes.addStep', 'record/not-found', { disputeId: noRecord, ...step });
    await expectRefusal(office, 'disputes.assign', 'record/not-found', { ...none, mediators: [noRecord] });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const fields = sampleDispute();
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'disputes.open', 'node/not-enrolled', { fields });
    await fresh.close();
    await expectRefusal(place.directorate, 'disputes.open', 'node/service-not-offered', { fields });
  });

  it('shows what is withheld as withheld at the directorate, and its corrections keep it', async () => {
    const { office, directorate } = place;
    const { disputeId, fields } = await newDispute();
    await office.call('disputes.addStep', { disputeId, kind: 'call', date: '2026-02-20', text: 'سرّ', next: 'سرّ' });
    await signIn(office, 'first');
    await carry(office, directorate);
    const seen = await directorate.call('disputes.get', { disputeId });
    expect(seen).toMatchObject({
      narrative: null,
      properties: [{ description: null }],
      may: { edit: false, correct: true },
    });
    expect(seen.parties).toMatchObject([{ name: null, phone: null }]);
    expect(seen.steps).toMatchObject([{ text: null, next: null }]);
    expect(seen.withheld).toEqual(expect.arrayContaining(['narrative', expect.stringMatching(/^propertyPlace:/)]));
    const parties = seen.parties.map((party) => ({ ...party, name: null, phone: null })) as DisputeInput['parties'];
    const corrected = {
      ...fields,
      narrative: '',
      properties: seen.properties as DisputeInput['properties'],
      parties,
      channel: 'phone_hotline' as const,
    };
    await directorate.call('disputes.edit', { disputeId, fields: corrected, heads: seen.heads });
    await carry(directorate, office);
    const back = await office.call('disputes.get', { disputeId });
    expect(back).toMatchObject({ channel: 'phone_hotline', narrative: fields.narrative, conflicts: [] });
    expect(back.parties.map(({ name }) => name)).toEqual(fields.parties.map(({ name }) => name));
  });
});

describe('the steps of a dispute', () => {
  it('are only added; a correction points to the step it corrects', async () => {
    const { office } = place;
    const { disputeId } = await newDispute();
    const step = { disputeId, kind: 'call', date: '2026-02-20', text: 'x' } as const;
    const { stepId } = await office.call('disputes.addStep', step);
    await office.call('disputes.addStep', { ...step, date: '2026-02-19', corrects: stepId });
    const { steps } = await office.call('disputes.get', { disputeId });
    expect(steps.map(({ date, corrects }) => [date, corrects])).toEqual([
      ['2026-02-19', stepId],
      ['2026-02-20', null],
    ]);
    expect(steps.every(({ by }) => by === 'الاسم hlp_supervisor')).toBe(true);
    await expectRefusal(office, 'disputes.addStep', 'dispute/unknown-step', { ...step, corrects: uuidv7() });
  });
});

describe('the mediators of a dispute', () => {
  it('are people of the node who may mediate, and see it from then on', async () => {
    const { office, users } = place;
    const { disputeId, heads } = await newDispute();
    const known = (await office.call('disputes.mediators', {})).map(({ userId }) => userId);
    expect(known).toEqual(expect.arrayContaining([users.hlp_mediator, users.second_mediator, users.hlp_supervisor]));
    expect(known).not.toContain(users.policing_officer);
    const stranger = { disputeId, heads, mediators: [users.policing_officer] };
    await expectRefusal(office, 'disputes.assign', 'dispute/not-a-mediator', stranger);
    await signIn(office, 'second_mediator');
    await expectRefusal(office, 'disputes.get', 'record/not-found', { disputeId });
    await signIn(office, 'hlp_supervisor');
    await office.call('disputes.assign', { disputeId, heads, mediators: [users.second_mediator] });
    const { hlp_mediator } = users;
    const stale = { disputeId, heads, mediators: [hlp_mediator] };
    await expectRefusal(office, 'disputes.assign', 'record/changed', stale);
    await signIn(office, 'second_mediator');
    expect(await office.call('disputes.get', { disputeId })).toMatchObject({ may: { edit: true, void: false } });
  });
});

describe('the list of disputes', () => {
  it('finds by number, by name and by stage', async () => {
    const { office } = place;
    const [party] = sampleDispute().parties;
    if (!party) throw new Error('a sample without parties');
    const { number } = await newDispute({ parties: [{ ...party, name: 'مؤيّد الجبوري' }] });
    const find = async (search: string) =>
      (await office.call('disputes.list', { search })).rows.map((row) => row.number);
    expect(await find(number)).toEqual([number]);
    expect(await find(number.toLowerCase())).toEqual([number]);
    expect(await find('مويد الجبوري')).toEqual([number]);
    expect(await find('الجبور')).toEqual([number]);
    const closed = await office.call('disputes.list', { stage: 'closed' });
    expect(closed).toEqual({ rows: [], total: 0 });
  });
});
