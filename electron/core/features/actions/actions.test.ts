import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleIssue, sampleMeeting } from '#core/testing/samples.ts';
import { carry, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

type Action = MeetingFields['actions'][number];
type Told = InputOf<'actions.progress'>['progress'];

const today = '2026-03-20';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const action = (more: Partial<Action> = {}): Action => ({
  id: uuidv7(),
  what: 'كتاب إلى البلدية',
  responsible: 'municipality',
  due: '2026-03-05',
  status: 'open',
  ...more,
});

async function held(actions: readonly Action[], more: Partial<MeetingFields> = {}, forum?: string) {
  const { office } = place;
  const forumId = forum ?? (await office.call('forums.create', { fields: sampleForum({ members: [] }) })).id;
  const fields = sampleMeeting([], { issues: [], ...more, decisions: [], actions: [...actions] });
  const { id: meetingId } = await office.call('meetings.create', { forumId, fields });
  return { forumId, meetingId };
}

const tell = (meetingId: string, actionId: string, progress: Told) =>
  place.office.call('actions.progress', { meetingId, actionId, progress });
const stands = (actionId: string) => place.office.call('actions.get', { actionId, today });
const list = async (more: Partial<InputOf<'actions.list'>>) =>
  (await place.office.call('actions.list', { today, ...more })).rows;

describe('an action', () => {
  it('stands as its minutes have it until something is told', async () => {
    const one = action({ resources: 'سيارة' });
    await held([one]);
    expect(await stands(one.id)).toMatchObject({
      status: 'open',
      told: null,
      late: true,
      daysLate: 15,
      escalated: true,
      resources: 'سيارة',
      progress: [],
      mine: true,
      may: { tell: true },
    });
  });

  it('stands as it was told last, whatever order it was told in; the minutes stay as they are', async () => {
    const one = action();
    const { meetingId } = await held([one]);
    await tell(meetingId, one.id, { date: '2026-03-04', status: 'done', note: 'نُصبت', evidence: 'كتاب 17' });
    await tell(meetingId, one.id, { date: '2026-02-20', status: 'in_progress' });
    await tell(meetingId, one.id, { date: '2026-03-15', status: 'done', note: 'صورة', evidence: 'صورة' });
    const now = await stands(one.id);
    expect(now).toMatchObject({ status: 'done', told: '2026-03-15', since: '2026-03-04', note: 'صورة', late: false });
    expect(now.progress.map(({ date }) => date)).toEqual(['2026-02-20', '2026-03-04', '2026-03-15']);
    const minutes = await place.office.call('meetings.get', { meetingId });
    expect(minutes.actions).toMatchObject([{ status: 'open', now: { status: 'done' } }]);
  });

  it('carries out an action of the plan, and is found by the plan', async () => {
    const { office, ids } = place;
    const { problems, actions } = await office.call('plans.get', { planId: ids.plan });
    const link = { plan: ids.plan, problem: problems[0]?.id ?? '', planAction: actions[0]?.id ?? '' };
    const one = action(link);
    const { meetingId } = await held([one]);
    expect(await stands(one.id)).toMatchObject(link);
    expect((await office.call('meetings.get', { meetingId })).actions).toMatchObject([link]);
    expect(await list({ plan: ids.plan, show: 'all' })).toMatchObject([{ actionId: one.id }]);
  });

  it('is known to be sensitive by its issue, or by what was raised in its meeting where it answers none', async () => {
    const { office } = place;
    const forumId = (await office.call('forums.create', { fields: sampleForum({ members: [] }) })).id;
    const issueOf = async (issue: 'domestic_violence' | 'street_lighting') =>
      (await office.call('issues.create', { forumId, fields: sampleIssue({ issue }) })).id;
    const [secret, lamps] = [await issueOf('domestic_violence'), await issueOf('street_lighting')];
    const own = [action({ issue: secret }), action({ issue: lamps }), action()] as const;
    const beside = [action({ issue: lamps }), action()] as const;
    await held(own, {}, forumId);
    await held(
      beside,
      { issues: [{ id: uuidv7(), issue: 'domestic_violence', agendaItem: null, statement: '' }] },
      forumId,
    );
    const found = new Map((await list({ forumId, show: 'all' })).map((row) => [row.actionId, row.sensitive]));
    expect(own.map(({ id }) => found.get(id))).toEqual([true, false, false]);
    expect(beside.map(({ id }) => found.get(id))).toEqual([false, true]);
    expect(await stands(beside[1].id)).toMatchObject({ sensitive: true });
  });

  it('is kept when its minutes are edited', async () => {
    const { office } = place;
    const one = action();
    const { meetingId, forumId } = await held([one]);
    await tell(meetingId, one.id, { date: '2026-03-01', status: 'in_progress', note: 'اتصال' });
    const fields = sampleMeeting([], {
      issues: [],
      decisions: [],
      actions: [action({ id: one.id, due: '2026-04-01' })],
    });
    await office.call('meetings.edit', { meetingId, fields, heads: await office.heads(meetingId) });
    expect(await stands(one.id)).toMatchObject({ status: 'in_progress', due: '2026-04-01', forumId });
  });

  it('goes back to what was told before when something is taken back', async () => {
    const { office } = place;
    const one = action();
    const { meetingId } = await held([one]);
    const { progressId } = await tell(meetingId, one.id, { date: '2026-03-04', status: 'done', note: 'x' });
    const { heads } = await stands(one.id);
    await office.call('actions.takeBack', { meetingId, progressId, heads });
    expect(await stands(one.id)).toMatchObject({ status: 'open', progress: [] });
    await expectRefusal(office, 'actions.takeBack', 'action/unknown', { meetingId, progressId, heads });
  });

  it('is not told of where its minutes are void, nor taken back over what nobody had seen', async () => {
    const { office } = place;
    const one = action();
    const { meetingId } = await held([one]);
    const { progressId } = await tell(meetingId, one.id, { date: '2026-03-04', status: 'in_progress' });
    await expectRefusal(office, 'actions.takeBack', 'record/changed', { meetingId, progressId, heads: {} });
    await office.call('records.void', { recordId: meetingId, reason: 'x', heads: await office.heads(meetingId) });
    const progress = { date: '2026-03-05', status: 'in_progress' } as const;
    await expectRefusal(office, 'actions.progress', 'record/voided', { meetingId, actionId: one.id, progress });
    const { heads } = await stands(one.id);
    await expectRefusal(office, 'actions.takeBack', 'record/voided', { meetingId, progressId, heads });
    expect(await stands(one.id)).toMatchObject({ may: { tell: false } });
  });

  it('is not taken back where the minutes of a meeting told it', async () => {
    const { office } = place;
    const one = action();
    const { meetingId, forumId } = await held([one]);
    const later = await held([], { date: '2026-03-10' }, forumId);
    const told = { date: '2026-03-10', status: 'in_progress', meeting: later.meetingId } as const;
    const { progressId } = await tell(meetingId, one.id, told);
    const { heads } = await stands(one.id);
    await expectRefusal(office, 'actions.takeBack', 'action/in-minutes', { meetingId, progressId, heads });
  });

  it('that is done, blocked or dropped says why; nothing is told of a day before its meeting', async () => {
    const { office } = place;
    const one = action();
    const { meetingId } = await held([one]);
    for (const status of ['done', 'blocked', 'dropped'] as const) {
      const progress = { date: '2026-03-01', status, note: '' };
      expect(await office.answer('actions.progress', { meetingId, actionId: one.id, progress })).toMatchObject({
        error: { params: { fields: [{ path: 'progress.note', code: 'field/required' }] } },
      });
    }
    const progress = { date: '2026-02-09', status: 'in_progress' } as const;
    await expectRefusal(office, 'actions.progress', 'action/before-meeting', { meetingId, actionId: one.id, progress });
  });

  it('that is not in these minutes is unknown', async () => {
    const { office } = place;
    const { meetingId } = await held([]);
    const progress = { date: '2026-03-01', status: 'in_progress' } as const;
    const named = { actionId: noRecord, progress };
    await expectRefusal(office, 'actions.progress', 'action/unknown', { meetingId, ...named });
    await expectRefusal(office, 'actions.progress', 'record/not-found', { meetingId: noRecord, ...named });
    await expectRefusal(office, 'actions.get', 'record/not-found', { actionId: noRecord, today });
    await expectRefusal(office, 'actions.takeBack', 'record/not-found', {
      meetingId: noRecord,
      progressId: noRecord,
      heads: {},
    });
  });

  it('of an office is read above, and what is told below arrives there', async () => {
    const { office, directorate } = place;
    const one = action();
    const { meetingId } = await held([one]);
    const blocked = { date: '2026-03-01', status: 'blocked', note: 'لا ميزانية' } as const;
    const { progressId } = await tell(meetingId, one.id, blocked);
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(directorate, 'first');
    const above = await directorate.call('actions.get', { actionId: one.id, today });
    expect(above).toMatchObject({ status: 'blocked', note: 'لا ميزانية', mine: false, ownerName: 'office' });
    await directorate.call('users.create', {
      loginName: 'clerk',
      displayName: 'clerk',
      roles: ['policing_clerk'],
      passphrase: testPassphrase,
    });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const named = { meetingId, actionId: one.id, progress: blocked };
    await expectRefusal(directorate, 'actions.progress', 'record/not-yours', named);
    const back = { meetingId, progressId, heads: above.heads };
    await expectRefusal(directorate, 'actions.takeBack', 'record/not-yours', back);
    await signIn(office, 'policing_officer');
  });
});

describe('the list of actions', () => {
  it('tells late ones first, and those that go to the head of the office; one that is dropped is over', async () => {
    const { office } = place;
    const late = action({ due: '2026-03-10' });
    const later = action({ due: '2026-03-01' });
    const ahead = action({ due: '2026-04-01' });
    const blocked = action({ due: '2026-03-02' });
    const dropped = action({ due: '2026-03-02' });
    const { forumId, meetingId } = await held([late, later, ahead, blocked, dropped]);
    await tell(meetingId, blocked.id, { date: '2026-03-03', status: 'blocked', note: 'x' });
    await tell(meetingId, dropped.id, { date: '2026-03-03', status: 'dropped', note: 'x' });
    const ids = async (more: Partial<InputOf<'actions.list'>>) =>
      (await list({ forumId, ...more })).map(({ actionId }) => actionId);
    expect(await ids({ show: 'late' })).toEqual([later.id, late.id]);
    expect(await ids({ show: 'escalated' })).toEqual([later.id]);
    expect(await ids({})).toEqual([later.id, blocked.id, late.id, ahead.id]);
    expect(await ids({ show: 'running' })).toEqual([blocked.id, ahead.id]);
    expect(await ids({ show: 'done' })).toEqual([]);
    expect((await office.call('meetings.carriedIn', { forumId })).actions).toHaveLength(4);
  });

  it('narrows to a forum, an issue, earlier meetings and words', async () => {
    const issue = uuidv7();
    const first = action({ what: 'إصلاح الإنارة', issue });
    const second = action({ what: 'دورية مسائية' });
    const { forumId } = await held([first], { date: '2026-01-10' });
    await held([second], { date: '2026-02-10' }, forumId);
    const ids = async (more: Partial<InputOf<'actions.list'>>) =>
      (await list({ forumId, ...more })).map(({ actionId }) => actionId);
    expect(await ids({ issueId: issue })).toEqual([first.id]);
    expect(await ids({ before: '2026-02-10' })).toEqual([first.id]);
    expect(await ids({ search: 'اناره' })).toEqual([first.id]);
    expect(await ids({ search: 'مسائيه دوريه' })).toEqual([second.id]);
    expect(await ids({ search: 'منتدى النصر' })).toHaveLength(2);
    expect(await ids({ search: '"%' })).toEqual([first.id, second.id]);
  });

  it('leaves out those of void minutes', async () => {
    const { office } = place;
    const { forumId, meetingId } = await held([action()]);
    const heads = await office.heads(meetingId);
    await office.call('records.void', { recordId: meetingId, reason: 'x', heads });
    expect(await list({ forumId, show: 'all' })).toEqual([]);
  });
});

describe('the board of promises', () => {
  it('counts how they were kept, by forum, office and body', async () => {
    const { office } = place;
    const kept = action({ responsible: 'school' });
    const keptLate = action();
    const dropped = action({ due: '2025-12-31' });
    const { forumId, meetingId } = await held([kept, keptLate, dropped, action(), action({ due: today })]);
    await tell(meetingId, kept.id, { date: '2026-03-05', status: 'done', note: 'x' });
    await tell(meetingId, keptLate.id, { date: '2026-03-06', status: 'done', note: 'x' });
    await tell(meetingId, dropped.id, { date: '2026-03-06', status: 'dropped', note: 'x' });
    const all = await office.call('actions.promises', { today, forumId });
    const total = { made: 5, kept: 1, keptLate: 1, open: 1, late: 1, blocked: 0, dropped: 1 };
    const { name } = await office.call('forums.get', { forumId });
    expect(all.total).toEqual(total);
    expect(all.forums).toEqual([{ ...total, forumId, forumName: name }]);
    expect(all.offices).toMatchObject([{ ...total, officeName: 'office' }]);
    expect(all.bodies).toMatchObject([
      { responsible: 'municipality', made: 4 },
      { responsible: 'school', made: 1, kept: 1 },
    ]);
    const year = { today, forumId, from: '2026-01-01', to: '2026-03-19' };
    expect((await office.call('actions.promises', year)).total).toMatchObject({ made: 3, dropped: 0, open: 0 });
  });
});
