import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueFields } from '#shared/contract/issues.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleIssue, sampleMeeting } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

async function newForum(): Promise<string> {
  return (await place.office.call('forums.create', { fields: sampleForum({ members: [] }) })).id;
}

async function newIssue(more: Partial<IssueFields> = {}, forum?: string) {
  const forumId = forum ?? (await newForum());
  const fields = sampleIssue(more);
  const { id: issueId } = await place.office.call('issues.create', { forumId, fields });
  return { forumId, issueId, fields, heads: await place.office.heads(issueId) };
}

/** A meeting in which the issue was raised; with an action that answers it, if asked. */
async function raise(forumId: string, issueId: string, more: Partial<MeetingFields> = {}, answered = false) {
  const fields = sampleMeeting([], { ...more, decisions: [] });
  const [action] = fields.actions;
  if (!action) throw new Error('a sample without actions');
  return place.office.call('meetings.create', {
    forumId,
    fields: {
      ...fields,
      issues: [{ id: uuidv7(), issue: 'street_lighting', agendaItem: null, record: issueId, statement: '' }],
      actions: answered ? [{ ...action, issue: issueId }] : [],
    },
  });
}

const today = '2026-06-01';
const read = (issueId: string) => place.office.call('issues.get', { issueId, today });
const rowOf = async (issueId: string, forumId: string) =>
  (await place.office.call('issues.list', { forumId, today })).rows.find(({ id }) => id === issueId);

describe('an issue', () => {
  it('is read as it was written', async () => {
    const { issueId, fields, forumId } = await newIssue({
      status: 'referred',
      referralTo: 'municipality',
      referredOn: '2026-02-20',
      referral: 'كتاب رقم 12',
      dispute: 'OFF-2026-00012',
      step: 'analysis',
    });
    const { name } = await place.office.call('forums.get', { forumId });
    expect(await read(issueId)).toMatchObject({
      ...fields,
      forumId,
      forumName: name,
      group: 'services_environment',
      sensitive: false,
      raised: [],
      times: 0,
      actions: 0,
      unheard: false,
    });
  });

  it('writes only what was changed', async () => {
    const { issueId, fields, heads } = await newIssue();
    const same = await place.office.call('issues.edit', { issueId, fields, heads });
    expect(same.changedGroups).toEqual([]);
    const resolved = { ...fields, status: 'resolved' as const, statusOn: '2026-03-01' };
    const { changedGroups } = await place.office.call('issues.edit', { issueId, fields: resolved, heads });
    expect(changedGroups).toEqual(['status']);
  });

  it('is refused at the field where its status needs more', async () => {
    const { issueId, fields, heads, forumId } = await newIssue();
    const resolved = { ...fields, status: 'resolved' as const };
    const { office } = place;
    expect(await office.answer('issues.edit', { issueId, fields: resolved, heads })).toMatchObject({
      error: { code: 'call/bad-input', params: { fields: [{ path: 'fields.statusOn', code: 'field/required' }] } },
    });
    const early = { ...resolved, statusOn: '2026-02-09' };
    expect(await office.answer('issues.create', { forumId, fields: early })).toMatchObject({
      error: { params: { fields: [{ path: 'fields.statusOn', code: 'field/before-raised' }] } },
    });
  });

  it('counts the meetings that were held and the actions that answer it', async () => {
    const { issueId, forumId } = await newIssue();
    await raise(forumId, issueId, { date: '2026-01-10' });
    await raise(forumId, issueId, { date: '2026-02-10' });
    await raise(forumId, issueId, { date: '2026-04-10', status: 'planned' });
    expect(await rowOf(issueId, forumId)).toMatchObject({ times: 2, lastRaised: '2026-02-10', unheard: false });
    const third = await raise(forumId, issueId, { date: '2026-03-10' });
    expect(await rowOf(issueId, forumId)).toMatchObject({ times: 3, actions: 0, unheard: true });
    const seen = await read(issueId);
    expect(seen).toMatchObject({ times: 3, unheard: true });
    expect(seen.raised.map(({ date }) => date)).toEqual(['2026-03-10', '2026-02-10', '2026-01-10']);
    const { office } = place;
    const unheard = await office.call('issues.list', { show: 'unheard', forumId });
    expect(unheard.rows.map(({ id }) => id)).toEqual([issueId]);
    await raise(forumId, issueId, { date: '2026-03-20' }, true);
    expect(await rowOf(issueId, forumId)).toMatchObject({ times: 4, actions: 1, unheard: false });
    expect((await office.call('issues.list', { show: 'unheard', forumId })).total).toBe(0);
    const heads = await office.heads(third.id);
    await office.call('records.void', { recordId: third.id, reason: 'x', heads });
    expect(await read(issueId)).toMatchObject({ times: 3, actions: 1 });
  });

  it('is unheard by the number of meetings that the directorate set, from its day on', async () => {
    const { office, directorate } = place;
    await signIn(directorate, 'first');
    await directorate.call('rules.set', { key: 'issueUnheardFrom', since: '2027-01-01', value: 2 });
    await signIn(office, 'first');
    await carry(directorate, office);
    await signIn(office, 'policing_officer');
    const { issueId, forumId } = await newIssue();
    await raise(forumId, issueId, { date: '2026-01-10' });
    await raise(forumId, issueId, { date: '2026-02-10' });
    for (const [today, unheard] of [
      ['2026-12-31', 0],
      ['2027-01-01', 1],
    ] as const) {
      expect((await office.call('issues.list', { show: 'unheard', forumId, today })).total).toBe(unheard);
      expect(await office.call('issues.get', { issueId, today })).toMatchObject({ unheard: unheard === 1 });
      expect((await office.call('issues.byGroup', { forumId, today })).groups).toMatchObject([{ unheard }]);
    }
  });

  it('keeps its texts at the office while its code is sensitive', async () => {
    const { office, directorate } = place;
    const secret = await newIssue({ issue: 'domestic_violence', spot: 'سرّي', statement: 'سرّي' });
    const plain = await newIssue();
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const above = (issueId: string) => directorate.call('issues.get', { issueId });
    expect(await above(secret.issueId)).toMatchObject({
      issue: 'domestic_violence',
      sensitive: true,
      spot: null,
      statement: null,
      withheld: ['toldSecret'],
    });
    expect(await above(plain.issueId)).toMatchObject({ statement: plain.fields.statement, withheld: [] });
    const { rows } = await directorate.call('issues.list', {});
    expect(rows.find(({ id }) => id === secret.issueId)).toMatchObject({ spot: null, sensitive: true });
    await signIn(office, 'policing_officer');
    const become = { ...plain.fields, issue: 'sexual_harassment' as const, statement: 'صار سرياً' };
    await office.call('issues.edit', { issueId: plain.issueId, fields: become, heads: plain.heads });
    expect(await read(plain.issueId)).toMatchObject({ statement: 'صار سرياً', spot: plain.fields.spot });
    const back = { ...plain.fields, statement: 'علني' };
    const heads = await office.heads(plain.issueId);
    await office.call('issues.edit', { issueId: plain.issueId, fields: back, heads });
    expect(await read(plain.issueId)).toMatchObject({ statement: 'علني' });
    await signIn(office, 'first');
    await carry(office, directorate);
    expect(await above(plain.issueId)).toMatchObject({ issue: 'street_lighting', statement: 'علني' });
  });

  it('is corrected above without touching what is kept at the office, by an officer alone', async () => {
    const { office, directorate } = place;
    await signIn(office, 'policing_officer');
    const { issueId, fields } = await newIssue({ issue: 'sexual_violence', statement: 'يبقى هنا' });
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const heads = await directorate.heads(issueId);
    const corrected = { ...fields, time: 'evening' as const, other: null, spot: null, statement: null };
    await directorate.call('issues.edit', { issueId, fields: corrected, heads });
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    await expectRefusal(directorate, 'issues.edit', 'record/not-yours', {
      issueId,
      heads: await directorate.heads(issueId),
      fields: { ...corrected, time: 'day' },
    });
    await signIn(directorate, 'first');
    await carry(directorate, office);
    await signIn(office, 'policing_officer');
    expect(await read(issueId)).toMatchObject({ time: 'evening', statement: 'يبقى هنا' });
  });

  it('is not edited over what somebody else saved meanwhile, nor when it is void', async () => {
    const { office } = place;
    const { issueId, fields, heads } = await newIssue();
    await office.call('issues.edit', { issueId, heads, fields: { ...fields, time: 'day' } });
    const late = { ...fields, time: 'evening' as const };
    await expectRefusal(office, 'issues.edit', 'record/changed', { issueId, heads, fields: late });
    const now = await office.heads(issueId);
    await office.call('records.void', { recordId: issueId, reason: 'x', heads: now });
    await expectRefusal(office, 'issues.edit', 'record/voided', { issueId, heads: now, fields: late });
  });

  it('that does not exist, or whose forum does not, is not found; none is added to a void forum', async () => {
    const { office } = place;
    const fields = sampleIssue();
    await expectRefusal(office, 'issues.get', 'record/not-found', { issueId: noRecord });
    await expectRefusal(office, 'issues.edit', 'record/not-found', { issueId: noRecord, fields, heads: {} });
    await expectRefusal(office, 'issues.create', 'record/not-found', { forumId: noRecord, fields });
    const forumId = await newForum();
    await office.call('records.void', { recordId: forumId, reason: 'x', heads: await office.heads(forumId) });
    await expectRefusal(office, 'issues.create', 'record/voided', { forumId, fields });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const input = { forumId: noRecord, fields: sampleIssue() };
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'issues.create', 'node/not-enrolled', input);
    await fresh.close();
    await expectRefusal(place.directorate, 'issues.create', 'node/service-not-offered', input);
  });
});

describe('the list of issues', () => {
  it('finds by the words of the code in any language, by the street and by what was said', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const forumId = await newForum();
    const lamp = await newIssue({ spot: 'شارع الأُمراء', statement: 'ظلام دامس' }, forumId);
    const dogs = await newIssue({ issue: 'stray_dogs', spot: '', statement: '' }, forumId);
    const found = async (search: string) =>
      (await office.call('issues.list', { search, forumId })).rows.map(({ id }) => id);
    expect(await found('إنارة')).toEqual([lamp.issueId]);
    expect(await found('street light')).toEqual([lamp.issueId]);
    expect(await found('الامراء')).toEqual([lamp.issueId]);
    expect(await found('دامس')).toEqual([lamp.issueId]);
    expect(await found('سائبة')).toEqual([dogs.issueId]);
    expect(await found('لا شيء')).toEqual([]);
  });

  it('narrows to a group and to what is still waited for, and counts by group with what women raised', async () => {
    const { office } = place;
    const forumId = await newForum();
    const open = await newIssue({}, forumId);
    await newIssue({ raisedBy: 'male' }, forumId);
    const closed = await newIssue(
      { issue: 'assault', status: 'resolved', statusOn: '2026-03-01', raisedBy: null },
      forumId,
    );
    await raise(forumId, open.issueId, {}, true);
    const ids = async (more: object) =>
      (await office.call('issues.list', { forumId, ...more })).rows.map(({ id }) => id);
    expect(await ids({ group: 'crime_person' })).toEqual([closed.issueId]);
    expect(await ids({ show: 'settled' })).toEqual([closed.issueId]);
    expect(await ids({ show: 'open' })).toHaveLength(2);
    expect(await office.call('issues.byGroup', { forumId })).toEqual({
      groups: [
        { group: 'services_environment', total: 2, open: 2, unheard: 0, resolved: 0 },
        { group: 'crime_person', total: 1, open: 0, unheard: 0, resolved: 1 },
      ],
      women: { raised: 1, answered: 1 },
    });
  });
});
