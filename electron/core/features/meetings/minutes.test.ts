import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMeeting, sampleMember } from '#core/testing/samples.ts';
import { carry } from '#core/testing/test-app.ts';
import { noHead, noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const men = { sex: 'male' } as const;
const fiveMembers = (): ForumFields['members'] => [
  ...['هدى', 'سناء', 'زينب'].map((name) => sampleMember(name)),
  { ...sampleMember('سالم'), ...men },
  { ...sampleMember('كريم'), ...men, role: 'observer' },
];

async function newForum() {
  const fields = sampleForum({ members: fiveMembers() });
  const { id: forumId } = await place.office.call('forums.create', { fields });
  return { forumId, forum: fields, members: fields.members.map(({ id }) => id) };
}

async function newMeeting(more: Partial<MeetingFields> = {}) {
  const made = await newForum();
  const fields = sampleMeeting(made.members, more);
  const { id: meetingId } = await place.office.call('meetings.create', { forumId: made.forumId, fields });
  return { ...made, fields, meetingId };
}

async function newApproved(more: Partial<MeetingFields> = {}) {
  const made = await newMeeting(more);
  const heads = await place.office.heads(made.meetingId);
  await place.office.call('meetings.approve', { meetingId: made.meetingId, approvedOn: '2026-02-12', heads });
  return { ...made, heads: await place.office.heads(made.meetingId) };
}

const faultsOf = async (forumId: string, fields: MeetingFields) => {
  const answer = await place.office.answer('meetings.create', { forumId, fields });
  if (answer.ok || answer.error.code !== 'call/bad-input') throw new Error('it was not refused at a field');
  return answer.error.params.fields;
};

describe('minutes', () => {
  it('keep all that a meeting brought', async () => {
    const { members, meetingId } = await newMeeting();
    const [first = '', second = ''] = members;
    const fields = sampleMeeting(members, {
      startTime: '10:00',
      endTime: '11:45',
      chair: first,
      next: { date: '2026-03-10', venue: 'البلدية' },
    });
    fields.attendance = [
      { member: first, status: 'present' },
      { member: second, status: 'substitute', substitute: { sex: 'male', ageBand: 'age_18_24', name: 'بديل' } },
    ];
    const [issue] = fields.issues;
    const [decision] = fields.decisions;
    if (!issue || !decision) throw new Error('the sample has both');
    const heard = { where: 'شارع المدرسة', timeOfDay: 'night', groups: ['women_adult'], repeated: true } as const;
    fields.issues = [{ ...issue, ...heard, groups: ['women_adult'], raisedBySex: 'female', raisedBy: first }];
    fields.decisions = [{ ...decision, votes: { inFavour: 1, against: 1, abstained: 0 } }];
    await place.office.call('meetings.edit', { meetingId, fields, heads: await place.office.heads(meetingId) });
    const read = await place.office.call('meetings.get', { meetingId });
    expect(read).toMatchObject({ startTime: '10:00', endTime: '11:45', next: fields.next });
    expect(read.chair).toEqual({ member: first, name: 'هدى' });
    expect(read.attendance.find(({ member }) => member === second)?.substitute).toEqual({
      sex: 'male',
      ageBand: 'age_18_24',
      name: 'بديل',
    });
    expect(read.issues[0]).toMatchObject({ ...heard, raisedBySex: 'female', raisedBy: first });
    expect(read.decisions[0]?.votes).toEqual({ inFavour: 1, against: 1, abstained: 0 });
  });

  it('are refused at the field that cannot be', async () => {
    const { forumId, members } = await newForum();
    const fields = sampleMeeting(members, { startTime: '11:00', endTime: '10:00', chair: noRecord });
    await expectRefusal(place.office, 'meetings.create', 'call/bad-input', { forumId, fields });
    expect(await faultsOf(forumId, fields)).toEqual([
      { path: 'fields.endTime', code: 'field/end-before-start' },
      { path: 'fields.chair', code: 'field/chair-not-a-member' },
    ]);
    const votes = { inFavour: 5, against: 0, abstained: 0 };
    const decided = sampleMeeting(members).decisions.map((one) => ({ ...one, agendaItem: null, votes }));
    expect(await faultsOf(forumId, sampleMeeting(members, { decisions: decided }))).toEqual([
      { path: 'fields.decisions.0.votes.inFavour', code: 'field/too-many-votes' },
    ]);
  });

  it('of a women’s session with a man in it ask for a reason and keep it', async () => {
    const { forumId, members } = await newForum();
    const fields = sampleMeeting(members, { type: 'women_session', guests: [] });
    expect(await faultsOf(forumId, fields)).toEqual([{ path: 'fields.mixedReason', code: 'field/say-why-men' }]);
    const mixedReason = 'رافق الوفد';
    const { id } = await place.office.call('meetings.create', { forumId, fields: { ...fields, mixedReason } });
    expect(await place.office.call('meetings.get', { meetingId: id })).toMatchObject({ mixedReason, quorum: null });
  });

  it('do not keep who raised a sensitive issue', async () => {
    const { members, forumId } = await newForum();
    const issue = { id: uuidv7(), issue: 'domestic_violence' as const, agendaItem: null, statement: 'نمط' };
    const fields = sampleMeeting(members, { issues: [{ ...issue, raisedBySex: 'female', raisedBy: members[0] }] });
    const { id } = await place.office.call('meetings.create', { forumId, fields });
    const { issues } = await place.office.call('meetings.get', { meetingId: id });
    expect(issues[0]).toMatchObject({ raisedBySex: 'female', raisedBy: null });
  });
});

describe('the quorum', () => {
  it('is reckoned by the rule of that day and kept with the meeting', async () => {
    const { office, directorate } = place;
    const { forumId, members } = await newForum();
    const attendance = members.map((member, index) => ({ member, status: index < 2 ? 'present' : 'absent' }) as const);
    const fields = sampleMeeting(members, { attendance, date: '2026-02-10' });
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields });
    const before = await office.call('meetings.get', { meetingId });
    // The observer has no vote.
    expect(before.quorum).toEqual({ ratio: 500, voters: 4, present: 2, needed: 3, reached: false });
    expect(before).toMatchObject({ status: 'held_no_quorum', statusEntered: 'held' });
    expect(before.decisions[0]).toMatchObject({ type: 'agreed', takenAs: 'proposal' });
    await signIn(directorate, 'first');
    await directorate.call('rules.set', { key: 'forumQuorumRatio', since: '2026-01-01', value: 300 });
    await signIn(office, 'first');
    await carry(directorate, office);
    await signIn(office, 'policing_officer');
    const edited = { ...fields, venue: 'x' };
    await office.call('meetings.edit', { meetingId, fields: edited, heads: await office.heads(meetingId) });
    expect((await office.call('meetings.get', { meetingId })).quorum?.ratio).toBe(500);
    const { id: later } = await office.call('meetings.create', { forumId, fields });
    expect(await office.call('meetings.get', { meetingId: later })).toMatchObject({
      status: 'held',
      quorum: { ratio: 300, reached: true },
    });
    const { rows } = await office.call('meetings.list', { forumId });
    expect(rows.find(({ id }) => id === later)).toMatchObject({ present: 2, women: 2, status: 'held' });
  });
});

describe('actions of earlier meetings', () => {
  it('are carried in by themselves, reviewed, and told in their own record', async () => {
    const { office } = place;
    const { forumId, members, meetingId: earlier, fields } = await newApproved();
    const [action] = fields.actions;
    if (!action) throw new Error('the sample has one');
    const carried = await office.call('meetings.carriedIn', { forumId });
    expect(carried.actions).toMatchObject([{ action: action.id, meeting: earlier, status: 'open', what: action.what }]);
    const review = { action: action.id, meeting: earlier, status: 'done' as const, note: 'وصل الكتاب' };
    const next = sampleMeeting(members, { date: '2026-03-10', reviews: [review], actions: [] });
    const { id: meetingId } = await office.call('meetings.create', { forumId, fields: next });
    const read = await office.call('meetings.get', { meetingId });
    expect(read.reviews).toMatchObject([{ ...review, what: action.what, number: 1, year: 2026 }]);
    const told = await office.call('meetings.get', { meetingId: earlier });
    expect(told.actions[0]?.now).toMatchObject({ status: 'done', note: 'وصل الكتاب', date: '2026-03-10' });
    // The minutes stay as they were approved.
    expect(told).toMatchObject({ actions: [{ status: 'open' }], changedSince: [] });
    expect((await office.call('meetings.carriedIn', { forumId })).actions).toEqual([]);
    const without = { ...next, reviews: [] };
    await office.call('meetings.edit', { meetingId, fields: without, heads: await office.heads(meetingId) });
    expect((await office.call('meetings.carriedIn', { forumId })).actions).toHaveLength(1);
  });

  it('come with what was said about the next meeting; not from later ones', async () => {
    const { office } = place;
    const next = { date: '2026-03-10', venue: 'المركز' };
    const { forumId, meetingId } = await newMeeting({ next });
    expect((await office.call('meetings.carriedIn', { forumId })).next).toEqual(next);
    expect(await office.call('meetings.carriedIn', { forumId, meetingId })).toEqual({ actions: [], next: null });
    await expectRefusal(office, 'meetings.carriedIn', 'record/not-found', { forumId: noRecord });
  });
});

describe('approval', () => {
  it('locks the minutes and tells when it came late', async () => {
    const { office } = place;
    const { meetingId, fields, heads } = await newApproved();
    const read = await office.call('meetings.get', { meetingId });
    expect(read).toMatchObject({ status: 'minutes_approved', approved: { version: 1, on: '2026-02-12', daysLate: 0 } });
    expect(read.changedSince).toEqual([]);
    await expectRefusal(office, 'meetings.edit', 'meeting/approved', { meetingId, heads, fields });
    await expectRefusal(office, 'meetings.approve', 'meeting/approved', { meetingId, heads, approvedOn: '2026-02-13' });
    const late = await newMeeting();
    await office.call('meetings.approve', {
      meetingId: late.meetingId,
      approvedOn: '2026-02-20',
      heads: await office.heads(late.meetingId),
    });
    const { approved } = await office.call('meetings.get', { meetingId: late.meetingId });
    expect(approved).toEqual({ version: 1, on: '2026-02-20', daysLate: 3 });
  });

  it('is refused before the meeting, without one, and for what was not read', async () => {
    const { office } = place;
    const { meetingId, fields, forumId } = await newMeeting();
    const heads = await office.heads(meetingId);
    await expectRefusal(office, 'meetings.approve', 'call/bad-input', { meetingId, heads, approvedOn: '2026-02-09' });
    await office.call('meetings.edit', { meetingId, fields: { ...fields, venue: 'x' }, heads });
    await expectRefusal(office, 'meetings.approve', 'record/changed', { meetingId, heads, approvedOn: '2026-02-10' });
    const planned = { ...fields, status: 'planned' as const };
    const { id } = await office.call('meetings.create', { forumId, fields: planned });
    const early = { meetingId: id, heads: await office.heads(id), approvedOn: '2026-02-10' };
    await expectRefusal(office, 'meetings.approve', 'meeting/nothing-to-approve', early);
    await expectRefusal(office, 'meetings.approve', 'record/not-found', { ...early, meetingId: noRecord });
    await office.call('records.void', { recordId: id, reason: 'x', heads: early.heads });
    await expectRefusal(office, 'meetings.approve', 'record/voided', { ...early, heads: await office.heads(id) });
  });

  it('comes from the page alone, not from the form', async () => {
    const { office } = place;
    const { meetingId, fields } = await newMeeting();
    const heads = await office.heads(meetingId);
    const approved = { ...fields, status: 'minutes_approved' as const };
    await expectRefusal(office, 'meetings.edit', 'call/bad-input', { meetingId, heads, fields: approved });
  });

  it('is for the office that keeps the minutes', async () => {
    const { office, directorate } = place;
    const { meetingId } = await newMeeting();
    await signIn(office, 'first');
    await signIn(directorate, 'first');
    await carry(office, directorate);
    const heads = await directorate.heads(meetingId);
    const approve = { meetingId, heads, approvedOn: '2026-02-12' };
    await expectRefusal(directorate, 'meetings.approve', 'record/not-yours', approve);
    await signIn(office, 'policing_officer');
  });

  it('is for an officer', async () => {
    const { office } = place;
    const { meetingId, fields } = await newMeeting();
    const heads = await office.heads(meetingId);
    await signIn(office, 'policing_clerk');
    const approve = await office.answer('meetings.approve', { meetingId, heads, approvedOn: '2026-02-10' });
    expect(approve).toMatchObject({ error: { code: 'session/forbidden' } });
    const correction = { meetingId, heads, fields, reason: 'x', correctedOn: '2026-02-10' };
    expect(await office.answer('meetings.correct', correction)).toMatchObject({ error: { code: 'session/forbidden' } });
    await signIn(office, 'policing_officer');
  });
});

describe('a correction', () => {
  it('makes a new version with its reason; the earlier one is still read', async () => {
    const { office } = place;
    const { meetingId, fields, heads } = await newApproved();
    const corrected = { ...fields, venue: 'قاعة البلدية', decisions: [] };
    const reason = 'كُتب مكان آخر';
    const made = await office.call('meetings.correct', {
      meetingId,
      fields: corrected,
      reason,
      correctedOn: '2026-02-15',
      heads,
    });
    expect(made.version).toBe(2);
    const read = await office.call('meetings.get', { meetingId });
    expect(read).toMatchObject({ venue: 'قاعة البلدية', decisions: [], approved: { version: 2, on: '2026-02-15' } });
    expect(read.changedSince).toEqual([]);
    const versions = await office.call('meetings.versions', { meetingId });
    expect(versions.map(({ version, on, reason: why, by }) => [version, on, why, by])).toEqual([
      [2, '2026-02-15', reason, expect.stringMatching(/./)],
      [1, '2026-02-12', '', expect.stringMatching(/./)],
    ]);
    const first = await office.call('meetings.version', { meetingId, versionId: versions[1]?.id ?? '' });
    expect(first).toMatchObject({ version: 1, content: { venue: fields.venue, decisions: fields.decisions } });
    const second = await office.call('meetings.version', { meetingId, versionId: versions[0]?.id ?? '' });
    expect(second).toMatchObject({ version: 2, content: { venue: 'قاعة البلدية', decisions: [] } });
  });

  it('is refused for minutes that are not approved, or were changed, or cannot be', async () => {
    const { office } = place;
    const { meetingId, fields } = await newMeeting();
    const heads = await office.heads(meetingId);
    const input = { meetingId, fields, reason: 'x', correctedOn: '2026-02-15', heads };
    await expectRefusal(office, 'meetings.correct', 'meeting/not-approved', input);
    const done = await newApproved();
    const good = { ...input, meetingId: done.meetingId, heads: done.heads, fields: done.fields };
    await expectRefusal(office, 'meetings.correct', 'call/bad-input', { ...good, correctedOn: '2026-02-01' });
    const strange = { ...done.fields, attendance: [{ member: noRecord, status: 'present' as const }] };
    await expectRefusal(office, 'meetings.correct', 'meeting/unknown-member', { ...good, fields: strange });
    const loose = { ...done.fields, agenda: [] };
    await expectRefusal(office, 'meetings.correct', 'meeting/unknown-agenda-item', { ...good, fields: loose });
    const unseen = { ...done.heads, session: [noHead] };
    const moved = { ...done.fields, venue: 'x' };
    await expectRefusal(office, 'meetings.correct', 'record/changed', { ...good, fields: moved, heads: unseen });
    await expectRefusal(office, 'meetings.correct', 'record/not-found', { ...good, meetingId: noRecord });
    await office.call('records.void', { recordId: done.meetingId, reason: 'x', heads: done.heads });
    await expectRefusal(office, 'meetings.correct', 'record/voided', good);
  });

  it('reaches the directorate with every version, but not what is kept at the office', async () => {
    const { office, directorate } = place;
    const issue = { id: uuidv7(), issue: 'domestic_violence' as const, agendaItem: null, statement: 'سرّي' };
    const { meetingId, fields, heads } = await newApproved({ issues: [issue], decisions: [] });
    const input = { meetingId, fields: { ...fields, venue: 'y' }, reason: 'x', correctedOn: '2026-02-15', heads };
    await office.call('meetings.correct', input);
    await signIn(office, 'first');
    await signIn(directorate, 'first');
    await carry(office, directorate);
    const versions = await directorate.call('meetings.versions', { meetingId });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const first = await directorate.call('meetings.version', { meetingId, versionId: versions[1]?.id ?? '' });
    expect(first.content).toMatchObject({ venue: fields.venue, issues: [{ statement: null }] });
    const now = await directorate.heads(meetingId);
    const again = { ...input, heads: now };
    await expectRefusal(directorate, 'meetings.correct', 'record/not-yours', again);
    await signIn(office, 'policing_officer');
  });

  it('that does not exist is not found', async () => {
    const { office } = place;
    const { meetingId } = await newMeeting();
    const versionId = noRecord;
    await expectRefusal(office, 'meetings.version', 'meeting/unknown-version', { meetingId, versionId });
    await expectRefusal(office, 'meetings.version', 'record/not-found', { meetingId: noRecord, versionId });
    await expectRefusal(office, 'meetings.versions', 'record/not-found', { meetingId: noRecord });
  });
});

describe('the calendar', () => {
  it('tells the meetings of its days, of all forums or of one, without void ones', async () => {
    const { office } = place;
    const { forumId, members } = await newForum();
    const create = async (date: string, startTime: string | null = null) =>
      (await office.call('meetings.create', { forumId, fields: sampleMeeting(members, { date, startTime }) })).id;
    const late = await create('2027-05-02', '16:00');
    const early = await create('2027-05-02', '09:00');
    const first = await create('2027-05-01');
    await create('2027-06-01');
    const gone = await create('2027-05-03');
    await office.call('records.void', { recordId: gone, reason: 'x', heads: await office.heads(gone) });
    const days = { from: '2027-05-01', to: '2027-05-31' };
    const found = await office.call('meetings.calendar', { ...days, forumId });
    expect(found.map(({ id, startTime }) => [id, startTime])).toEqual([
      [first, ''],
      [early, '09:00'],
      [late, '16:00'],
    ]);
    expect(await office.call('meetings.calendar', days)).toHaveLength(3);
    const back = { from: '2027-05-31', to: '2027-05-01' };
    await expectRefusal(office, 'meetings.calendar', 'call/bad-input', back);
  });
});
