import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { ok } from '#shared/lib/result.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

async function newForum() {
  const fields = sampleForum();
  const { id } = await place.office.call('forums.create', { fields });
  return { forumId: id, fields, members: fields.members.map((member) => member.id) };
}

async function newMeeting(more: Partial<MeetingFields> = {}) {
  const { forumId, members, fields: forum } = await newForum();
  const fields = sampleMeeting(members, more);
  const { id: meetingId, number } = await place.office.call('meetings.create', { forumId, fields });
  return { forumId, forum, members, fields, meetingId, number, heads: await place.office.heads(meetingId) };
}

describe('a meeting', () => {
  it('is read as it was written', async () => {
    const { fields, meetingId, forumId, forum } = await newMeeting();
    const { agenda, guests, issues, decisions, actions } = fields;
    const read = await place.office.call('meetings.get', { meetingId });
    expect(read).toMatchObject({ forumId, forumName: forum.name, number: 1, year: 2026 });
    expect(read).toMatchObject({ agenda, guests, issues, decisions, actions });
    expect(read.attendance.map(({ name }) => name).toSorted()).toEqual(forum.members.map((m) => m.name).toSorted());
  });

  it('of a program that names another meeting by no id is read without that one', async () => {
    const { meetingId, heads } = await newMeeting();
    const home = place.services.home.open;
    if (!home) throw new Error('locked');
    const group = `review:${uuidv7()}`;
    const value = { meeting: 'elsewhere', status: 'done', note: 'x', progress: '' };
    await inTransaction(home.store, async () => {
      const groups = [{ group, value }];
      createWriter(home, Date.now).write({ record: meetingId, at: 'meeting', kind: 'meeting.edited', groups, heads });
      return ok(null);
    });
    const { reviews } = await place.office.call('meetings.get', { meetingId });
    expect(reviews).toMatchObject([{ what: '', number: 0, note: 'x' }]);
  });

  it('gets the next number of its forum in the year of its date', async () => {
    const { forumId, members } = await newForum();
    const create = (date: string) =>
      place.office.call('meetings.create', { forumId, fields: sampleMeeting(members, { date }) });
    expect(await create('2026-05-01')).toMatchObject({ number: 1, year: 2026 });
    expect(await create('2026-01-01')).toMatchObject({ number: 2, year: 2026 });
    expect(await create('2025-12-31')).toMatchObject({ number: 1, year: 2025 });
    expect((await newMeeting()).number).toBe(1);
  });

  it('names only members of its forum and items of its own agenda', async () => {
    const { office } = place;
    const { forumId, members } = await newForum();
    const strange = sampleMeeting([noRecord]);
    await expectRefusal(office, 'meetings.create', 'meeting/unknown-member', { forumId, fields: strange });
    const good = sampleMeeting(members);
    const loose = { ...good, decisions: good.decisions.map((one) => ({ ...one, agendaItem: noRecord })) };
    await expectRefusal(office, 'meetings.create', 'meeting/unknown-agenda-item', { forumId, fields: loose });
    const made = await newMeeting();
    const { meetingId, heads } = made;
    await expectRefusal(office, 'meetings.edit', 'meeting/unknown-member', { meetingId, heads, fields: strange });
    const bare = { ...made.fields, agenda: [] };
    await expectRefusal(office, 'meetings.edit', 'meeting/unknown-agenda-item', { meetingId, heads, fields: bare });
  });

  it('keeps who attended when the forum has lost that member since', async () => {
    const { office } = place;
    const { forumId, forum, fields, meetingId, heads } = await newMeeting();
    const left = { ...forum, members: forum.members.slice(1) };
    await office.call('forums.edit', { forumId, fields: left, heads: await office.heads(forumId) });
    const edited = { ...fields, venue: 'قاعة البلدية' };
    expect(await office.call('meetings.edit', { meetingId, fields: edited, heads })).toMatchObject({
      changedGroups: ['session'],
    });
    expect((await office.call('meetings.get', { meetingId })).attendance).toHaveLength(2);
  });

  it('is not edited over what somebody else saved meanwhile, nor when it is void', async () => {
    const { office } = place;
    const { fields, meetingId, heads } = await newMeeting();
    await office.call('meetings.edit', { meetingId, fields: { ...fields, venue: 'الأول' }, heads });
    const late = { ...fields, venue: 'x' };
    await expectRefusal(office, 'meetings.edit', 'record/changed', { meetingId, heads, fields: late });
    const now = await office.heads(meetingId);
    await office.call('records.void', { recordId: meetingId, reason: 'x', heads: now });
    await expectRefusal(office, 'meetings.edit', 'record/voided', { meetingId, heads: now, fields: late });
  });

  it('that does not exist, or whose forum does not, is not found', async () => {
    const { office } = place;
    const fields = sampleMeeting([]);
    await expectRefusal(office, 'meetings.get', 'record/not-found', { meetingId: noRecord });
    await expectRefusal(office, 'meetings.edit', 'record/not-found', { meetingId: noRecord, fields, heads: {} });
    await expectRefusal(office, 'meetings.create', 'record/not-found', { forumId: noRecord, fields });
  });

  it('is not added to a void forum', async () => {
    const { office } = place;
    const { forumId } = await newForum();
    await office.call('records.void', { recordId: forumId, reason: 'x', heads: await office.heads(forumId) });
    await expectRefusal(office, 'meetings.create', 'record/voided', { forumId, fields: sampleMeeting([]) });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const input = { forumId: noRecord, fields: sampleMeeting([]) };
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'meetings.create', 'node/not-enrolled', input);
    await fresh.close();
    await expectRefusal(place.directorate, 'meetings.create', 'node/service-not-offered', input);
  });

  it('of an office is not edited above by a clerk; statements on sensitive issues do not get there', async () => {
    const { office, directorate } = place;
    const item = uuidv7();
    const issue = { issue: 'domestic_violence' as const, agendaItem: item };
    const made = await newMeeting({
      agenda: [{ id: item, order: 1, title: 'أمن' }],
      issues: [
        { ...issue, id: uuidv7(), statement: 'سرّي' },
        { id: uuidv7(), issue: 'street_lighting', agendaItem: item, statement: 'إنارة' },
      ],
      decisions: [],
    });
    await signIn(office, 'first');
    await carry(office, directorate);
    const { meetingId } = made;
    const { issues } = await directorate.call('meetings.get', { meetingId });
    expect(issues.map(({ statement }) => statement)).toEqual([null, 'إنارة']);
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const fields = { ...made.fields, venue: 'x' };
    const heads = await directorate.heads(meetingId);
    await expectRefusal(directorate, 'meetings.edit', 'record/not-yours', { meetingId, heads, fields });
  });
});

describe('the list of meetings', () => {
  it('finds by number, topic and name of the forum, of one forum or of all, newest first', async () => {
    const { office } = place;
    await signIn(office, 'policing_officer');
    const { forumId, members } = await newForum();
    for (const date of ['2024-01-01', '2024-03-01', '2024-02-01']) {
      await office.call('meetings.create', { forumId, fields: sampleMeeting(members, { date, venue: 'قاعة الأُسرة' }) });
    }
    const list = async (search: string) => (await office.call('meetings.list', { search, forumId })).rows;
    expect((await list('')).map(({ date }) => date)).toEqual(['2024-03-01', '2024-02-01', '2024-01-01']);
    expect((await list('2024/2')).map(({ number }) => number)).toEqual([2]);
    expect((await list('٢٠٢٤/٣')).map(({ number }) => number)).toEqual([3]);
    expect(await list('الاسره')).toHaveLength(3);
    expect(await list('إنارة')).toHaveLength(3);
    const { name } = await office.call('forums.get', { forumId });
    expect(await list(name)).toHaveLength(3);
    expect((await office.call('meetings.list', {})).total).toBeGreaterThan(3);
  });
});
