import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { samplePlan } from '#core/testing/plan-samples.ts';
import { sampleForum, sampleMember } from '#core/testing/samples.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'first'));

async function faultsOf(method: string, input: object): Promise<unknown> {
  const answer = await place.office.answer(method, input);
  if (answer.ok) throw new Error('it was accepted');
  expect(answer.error.code).toBe('call/bad-input');
  return answer.error.params.fields;
}

describe('a method', () => {
  it('that is unknown is refused, whatever its name', async () => {
    for (const method of ['forums.burn', '', 'constructor', '__proto__', 'toString']) {
      expect(await place.office.app.dispatch({ method, input: {} })).toMatchObject({
        error: { code: 'call/unknown-method' },
      });
    }
    expect(await place.office.app.dispatch({ method: 7 as never, input: {} })).toMatchObject({ ok: false });
  });
});

describe('an input', () => {
  it('is refused at the field, with the code of the sentence that stands under it', async () => {
    const good = sampleForum();
    const faults = (more: object) => faultsOf('forums.create', { fields: { ...good, ...more } });
    expect(await faults({ foundedOn: '2026-02-30' })).toEqual([
      { path: 'fields.foundedOn', code: 'field/impossible-date' },
    ]);
    expect(await faults({ name: 'x'.repeat(301) })).toEqual([{ path: 'fields.name', code: 'field/too-long' }]);
    expect(await faults({ name: '   ' })).toEqual([{ path: 'fields.name', code: 'field/required' }]);
    expect(await faults({ name: undefined })).toEqual([{ path: 'fields.name', code: 'field/required' }]);
    expect(await faults({ status: 'burnt' })).toEqual([{ path: 'fields.status', code: 'field/unknown-code' }]);
    expect(await faults({ place: 'Baghdad' })).toEqual([{ path: 'fields.place', code: 'field/unknown-code' }]);
    const members = [sampleMember('هدى'), { ...sampleMember('سالم'), sex: 'x' }];
    expect(await faults({ members })).toEqual([{ path: 'fields.members.1.sex', code: 'field/unknown-code' }]);
    expect(await faults({ more: 1 })).toEqual([{ path: 'fields', code: 'field/bad-value' }]);
  });

  it('tells all fields at once', async () => {
    const fields = { ...sampleForum(), name: '', status: 'x', foundedOn: '1' };
    expect(await faultsOf('forums.create', { fields })).toHaveLength(3);
  });

  it('that is oversized is refused before it is looked at', async () => {
    const data = 'x'.repeat(1_100_000);
    for (const method of ['drafts.put', 'session.unlock', 'forums.list']) {
      expect(await place.office.answer(method, { data })).toMatchObject({ error: { code: 'call/too-large' } });
    }
  });

  it('is not looked at before the permission', async () => {
    await signIn(place.office, 'auditor');
    expect(await place.office.refused('forums.create', { nonsense: true })).toBe('session/forbidden');
  });

  it('is never echoed', async () => {
    const answer = await place.office.answer('forums.create', { fields: { ...sampleForum(), status: 'سرّ' } });
    expect(JSON.stringify(answer)).not.toContain('سرّ');
  });
});

describe('a command', () => {
  it('that is repeated gets the first answer and writes nothing', async () => {
    const { office } = place;
    const commandId = office.ports.newId();
    const total = async () => (await office.call('forums.list', {})).total;
    const before = await total();
    const first = await office.answer('forums.create', { fields: sampleForum(), commandId });
    expect(first.ok).toBe(true);
    expect(await office.answer('forums.create', { fields: sampleForum(), commandId })).toEqual(first);
    const both = { fields: sampleForum(), commandId: office.ports.newId() };
    const [one, two] = await Promise.all([office.answer('forums.create', both), office.answer('forums.create', both)]);
    expect(one).toEqual(two);
    expect(await total()).toBe(before + 2);
  });

  it('that was refused is not remembered: it may be given again', async () => {
    const { office } = place;
    const { id: forumId } = await office.call('forums.create', { fields: sampleForum() });
    const commandId = office.ports.newId();
    const edit = { forumId, fields: sampleForum({ name: 'x' }), commandId };
    expect((await office.answer('forums.edit', { ...edit, heads: {} })).ok).toBe(false);
    expect((await office.answer('forums.edit', { ...edit, heads: await office.heads(forumId) })).ok).toBe(true);
  });

  it('is not answered with what another person was told', async () => {
    const { office } = place;
    const commandId = office.ports.newId();
    const first = await office.answer('forums.create', { fields: sampleForum(), commandId });
    await signIn(office, 'policing_clerk');
    expect(await office.answer('forums.create', { fields: sampleForum(), commandId })).not.toEqual(first);
  });

  it('that is refused half-way leaves nothing behind', async () => {
    const { office } = place;
    const before = await office.call('exchange.digest', { class: 'all' });
    await office.answer('users.create', {
      loginName: 'auditor',
      displayName: 'x',
      roles: ['auditor'],
      passphrase: 'x',
    });
    await office.answer('forums.edit', { forumId: noRecord, fields: sampleForum(), heads: {} });
    expect(await office.call('exchange.digest', { class: 'all' })).toEqual(before);
  });

  it('tells screens what to read anew, once it is saved', async () => {
    const { office } = place;
    office.events.length = 0;
    await office.call('forums.create', { fields: sampleForum() });
    const [event] = office.events;
    expect(event).toMatchObject({ type: 'changed', areas: expect.arrayContaining(['forums', 'home']) });
    office.events.length = 0;
    await office.answer('forums.create', { fields: {} });
    expect(office.events).toEqual([]);
  });
});

describe('the audit', () => {
  const latest = async () => (await place.office.call('audit.list', { limit: 1 })).rows[0];

  it('notes who was refused what', async () => {
    await signIn(place.office, 'merge_clerk');
    await place.office.answer('disputes.list', {});
    await signIn(place.office, 'first');
    const { rows } = await place.office.call('audit.list', {});
    const refused = rows.find(({ outcome }) => outcome === 'session/forbidden');
    expect(refused).toMatchObject({ method: 'disputes.list', user: 'الاسم merge_clerk' });
  });

  it('notes opened and changed records, not drafts that are looked up nor settings', async () => {
    const { office, ids } = place;
    await office.call('forums.get', { forumId: ids.forum });
    expect(await latest()).toMatchObject({ method: 'forums.get', user: 'amal office', outcome: 'ok' });
    await office.call('drafts.get', { form: 'forum', recordId: ids.forum });
    await office.call('settings.get', {});
    expect(await latest()).toMatchObject({ method: 'forums.get' });
    await office.call('settings.setIdle', { idleMinutes: 7 });
    expect(await latest()).toMatchObject({ method: 'settings.setIdle' });
  });

  it('names the record that was made, opened or told about', async () => {
    const { office, ids } = place;
    const { id: planId } = await office.call('plans.create', { forumId: ids.forum, fields: samplePlan() });
    expect(await latest()).toMatchObject({ method: 'plans.create', recordId: planId });
    await office.call('plans.get', { planId });
    expect(await latest()).toMatchObject({ method: 'plans.get', recordId: planId });
    await office.call('plans.version', { planId, versionId: null });
    expect(await latest()).toMatchObject({ method: 'plans.version', recordId: planId });
    const progress = { date: '2026-03-01', status: 'in_progress' } as const;
    await office.call('actions.progress', { meetingId: ids.meeting, actionId: ids.action, progress });
    expect(await latest()).toMatchObject({ method: 'actions.progress', recordId: ids.meeting });
  });

  it('misses no look into a record of a compartment', () => {
    const looks = Object.entries<AnyMethod>(contract).filter(
      ([name, { permission }]) =>
        /\.(get|version|form|history)$/.test(name) && /^(policing|hlp|record)\./.test(permission),
    );
    // These look into no one record: an action stands in a list with others, coverage is of all offices.
    const others = ['actions.get', 'coverage.get'];
    const unnoted = looks.filter(([, { opens }]) => opens === undefined).map(([name]) => name);
    expect(unnoted.toSorted()).toEqual(others);
  });
});

describe('a draft', () => {
  it('is its writer’s own: nobody else of the home sees it or throws it away', async () => {
    const { office } = place;
    const key = { form: 'dispute', recordId: null } as const;
    await signIn(office, 'hlp_mediator');
    await office.call('drafts.put', { ...key, title: 'مسودة', data: '{"a":1}' });
    await office.call('drafts.put', { ...key, title: 'مسودة', data: '{"a":2}' });
    expect(await office.call('drafts.list', {})).toMatchObject([{ ...key, title: 'مسودة' }]);
    for (const other of ['second_mediator', 'hlp_supervisor', 'first'] as const) {
      await signIn(office, other);
      expect(await office.call('drafts.get', key)).toBeNull();
      expect(await office.call('drafts.list', {})).toEqual([]);
      await office.call('drafts.discard', key);
    }
    await signIn(office, 'hlp_mediator');
    expect(await office.call('drafts.get', key)).toMatchObject({ data: '{"a":2}' });
    await office.call('drafts.discard', key);
    expect(await office.call('drafts.get', key)).toBeNull();
  });
});

describe('settings', () => {
  it('last beyond the session and are told to the host', async () => {
    const { office } = place;
    office.events.length = 0;
    await office.call('settings.setLanguage', { language: 'ckb-IQ', digits: 'arabic' });
    await office.call('settings.setIdle', { idleMinutes: 3 });
    const set = { language: 'ckb-IQ', digits: 'arabic', idleMinutes: 3 };
    expect(office.events).toContainEqual({ type: 'settings', ...set });
    await signIn(office, 'auditor');
    expect(await office.call('settings.get', {})).toEqual(set);
    expect(await office.refused('settings.setIdle', { idleMinutes: 3 })).toBe('session/forbidden');
  });

  it('keep the idle time between one and fifteen minutes', async () => {
    for (const idleMinutes of [0, 16, 1.5, '5', null]) {
      expect([idleMinutes, await place.office.refused('settings.setIdle', { idleMinutes })]).toEqual([
        idleMinutes,
        'call/bad-input',
      ]);
    }
  });
});
