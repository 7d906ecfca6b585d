/** @file From the endorsement of a plan to its end. */
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { samplePlanReview } from '#core/testing/plan-samples.ts';
import { createPlanner } from '#core/testing/planned-forum.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const { newForum, hold, newPlan, heads, read, consult, endorsedPlan } = createPlanner(() => place.office);

const rescored = (fields: PlanFields, more = { likelihood: 2, impact: 2, vulnerable: false }) =>
  fields.problems.map(({ id }) => ({ problem: id, ...more }));

describe('the endorsement of a plan', () => {
  it('needs a consultation, a problem and a held meeting of the forum with quorum', async () => {
    const { office } = place;
    const forum = await newForum();
    const { planId } = await newPlan({}, forum);
    const meetingId = await hold(forum, { date: '2026-03-01' });
    const endorse = async (meeting: string) => ({
      planId,
      meetingId: meeting,
      gapReason: 'x',
      heads: await heads(planId),
    });
    await expectRefusal(office, 'plans.endorse', 'plan/not-in-consultation', await endorse(meetingId));
    await consult(planId);
    await expectRefusal(office, 'plans.endorse', 'plan/unknown-meeting', await endorse(place.ids.meeting));
    const planned = await hold(forum, { status: 'planned', attendance: [], date: '2026-03-02' });
    await expectRefusal(office, 'plans.endorse', 'plan/unknown-meeting', await endorse(planned));
    const early = await hold(forum, { date: '2026-02-01' });
    await expectRefusal(office, 'plans.endorse', 'plan/date-too-early', await endorse(early));
    const attendance = forum.members.map((member) => ({ member, status: 'absent' as const }));
    const thin = await hold(forum, { date: '2026-03-03', attendance });
    await expectRefusal(office, 'plans.endorse', 'plan/no-quorum', await endorse(thin));
    await office.call('plans.endorse', await endorse(meetingId));
    expect(await read(planId)).toMatchObject({
      status: 'endorsed',
      since: '2026-03-01',
      endorsement: { meetingId, date: '2026-03-01', present: 2, needed: 2, gapReason: 'x' },
      reviewDueOn: '2026-08-31',
      versions: [{ number: 1, cause: 'endorsed', date: '2026-03-01' }],
    });
    const empty = await newPlan({ problems: [], actions: [] }, forum);
    await consult(empty.planId);
    const none = { planId: empty.planId, meetingId, heads: await heads(empty.planId) };
    await expectRefusal(office, 'plans.endorse', 'plan/no-problems', none);
  });

  it('asks why where the voices of women or youth are missing, and keeps the gap to be seen', async () => {
    const { office } = place;
    const forum = await newForum();
    const late = await hold(forum, { type: 'women_session', date: '2026-04-01' });
    const { planId } = await newPlan({ consultations: [{ id: late, kind: 'meeting' }] }, forum);
    await consult(planId);
    expect((await read(planId)).missingVoices).toEqual({ women: false, youth: true });
    const meetingId = await hold(forum, { date: '2026-03-01' });
    const input = { planId, meetingId, heads: await heads(planId) };
    await expectRefusal(office, 'plans.endorse', 'plan/voices-missing', input);
    await office.call('plans.endorse', { ...input, gapReason: 'لم تنعقد جلسة' });
    expect(await read(planId)).toMatchObject({ missingVoices: { women: true, youth: true } });
  });

  it('replaces the plan that was in force', async () => {
    const first = await endorsedPlan();
    const second = await endorsedPlan({ startsOn: '2026-03-05' }, first);
    expect(await read(first.planId)).toMatchObject({ status: 'superseded', since: '2026-03-01' });
    expect(await read(second.planId)).toMatchObject({ status: 'endorsed', number: 2, missingVoices: { women: false } });
  });

  it('is an act of an officer', async () => {
    const { office } = place;
    const { planId } = await newPlan();
    await signIn(office, 'policing_clerk');
    const answer = await office.answer('plans.endorse', { planId, meetingId: noRecord, heads: {} });
    expect(answer).toMatchObject({ ok: false, error: { code: 'session/forbidden' } });
    await signIn(office, 'policing_officer');
  });
});

describe('an endorsed plan', () => {
  it('changes as a new version of an officer alone, which keeps what stood before', async () => {
    const { office } = place;
    const { planId, fields } = await endorsedPlan();
    const edited = { ...fields, title: 'خطة معدلة' };
    const edit = async () => ({ planId, fields: edited, heads: await heads(planId) });
    const revision = { date: '2026-04-01', reason: 'طلب البلدية' };
    await expectRefusal(office, 'plans.edit', 'plan/locked', { ...(await edit()), revision: null });
    await signIn(office, 'policing_clerk');
    await expectRefusal(office, 'plans.edit', 'plan/locked', { ...(await edit()), revision });
    await signIn(office, 'policing_officer');
    const [problem, ...others] = fields.problems;
    if (!problem) throw new Error('a sample without problems');
    const higher = { ...edited, problems: [{ ...problem, likelihood: 5 }, ...others] };
    await expectRefusal(office, 'plans.edit', 'plan/score-by-review', { ...(await edit()), fields: higher, revision });
    await office.call('plans.edit', { ...(await edit()), revision });
    const { versions, title } = await read(planId);
    expect(title).toBe('خطة معدلة');
    expect(versions).toMatchObject([{ number: 1 }, { number: 2, cause: 'revised', ...revision }]);
    const titles = await Promise.all(
      [...versions.map(({ id }) => id), null].map((versionId) => office.call('plans.version', { planId, versionId })),
    );
    expect(titles.map((version) => version.title)).toEqual([fields.title, 'خطة معدلة', 'خطة معدلة']);
    await expectRefusal(office, 'plans.version', 'record/not-found', { planId, versionId: uuidv7() });
  });

  it('is reviewed with new scores beside the first ones', async () => {
    const { office } = place;
    const { planId, fields, forumId, members } = await endorsedPlan();
    const meetingId = await hold({ forumId, members }, { type: 'ssp_review', date: '2026-09-01' });
    const review = async (more = {}) => ({
      planId,
      fields: samplePlanReview({ meetingId, scores: rescored(fields), ...more }),
      heads: await heads(planId),
    });
    await expectRefusal(office, 'plans.review', 'plan/scores-incomplete', await review({ scores: [] }));
    await expectRefusal(office, 'plans.review', 'plan/date-too-early', await review({ date: '2026-02-28' }));
    await expectRefusal(office, 'plans.review', 'plan/unknown-meeting', await review({ meetingId: place.ids.meeting }));
    await office.call('plans.review', await review());
    const view = await read(planId);
    expect(view).toMatchObject({ status: 'active', since: '2026-09-01', reviewDueOn: '2027-03-03' });
    expect(view.problems.map(({ likelihood, impact }) => [likelihood, impact])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    const first = new Map(view.firstScores.map(({ problem, ...score }) => [problem, score]));
    expect(fields.problems.map(({ id }) => first.get(id))).toMatchObject([{ likelihood: 4 }, { likelihood: 3 }]);
    expect(view.reviews).toMatchObject([{ date: '2026-09-01', meetingId, findings: 'تحسنت الإنارة' }]);
    expect(view.versions.map(({ cause }) => cause)).toEqual(['endorsed', 'reviewed']);
    await expectRefusal(office, 'plans.review', 'plan/date-too-early', await review({ date: '2026-08-31' }));
    await office.call('plans.review', await review({ date: '2027-02-01', result: 'completed' }));
    expect(await read(planId)).toMatchObject({ status: 'completed', reviewDueOn: null });
    await expectRefusal(office, 'plans.review', 'plan/not-in-force', await review({ date: '2027-02-02' }));
  });

  it('tells how its actions go, each status with what it asks for', async () => {
    const { office } = place;
    const draft = await newPlan();
    const state = { status: 'in_progress' as const };
    const actionId = draft.fields.actions[0]?.id ?? '';
    const tooSoon = { planId: draft.planId, actionId, state, heads: await heads(draft.planId) };
    await expectRefusal(office, 'plans.progress', 'plan/not-endorsed', tooSoon);
    const { planId, fields } = await endorsedPlan();
    const [action] = fields.actions;
    const tell = async (more: object) => ({
      planId,
      actionId: action?.id ?? '',
      state: more,
      heads: await heads(planId),
    });
    for (const [status, path] of [
      ['completed', 'state.doneOn'],
      ['postponed', 'state.newDue'],
      ['blocked', 'state.note'],
      ['cancelled', 'state.note'],
    ]) {
      const answer = await office.answer('plans.progress', (await tell({ status })) as never);
      expect(answer).toMatchObject({ ok: false, error: { params: { fields: [{ path, code: 'field/required' }] } } });
    }
    await office.call('plans.progress', (await tell({ status: 'postponed', newDue: '2026-08-01' })) as never);
    expect((await read(planId)).actions.find(({ id }) => id === action?.id)).toMatchObject({
      status: 'postponed',
      due: '2026-06-30',
      newDue: '2026-08-01',
    });
    const nothing = { planId, actionId: noRecord, state, heads: await heads(planId) };
    await expectRefusal(office, 'plans.progress', 'plan/unknown-action', nothing);
  });

  it('goes from one status to the next and says why it goes back', async () => {
    const { office } = place;
    const { planId } = await endorsedPlan();
    const move = async (to: 'active' | 'completed' | 'endorsed', date: string, reason = '') => ({
      planId,
      to,
      date,
      reason,
      heads: await heads(planId),
    });
    await expectRefusal(office, 'plans.move', 'plan/move-not-allowed', await move('completed', '2026-03-02'));
    await expectRefusal(office, 'plans.move', 'plan/date-too-early', await move('active', '2026-02-28'));
    await office.call('plans.move', await move('active', '2026-03-02'));
    await office.call('plans.move', await move('completed', '2026-12-01'));
    await expectRefusal(office, 'plans.move', 'plan/reason-required', await move('active', '2026-12-02'));
    await office.call('plans.move', await move('active', '2026-12-02', 'لم يكتمل بعد'));
    expect((await read(planId)).moves.map(({ to }) => to)).toEqual([
      'consultation',
      'endorsed',
      'active',
      'completed',
      'active',
    ]);
    await expectRefusal(office, 'plans.move', 'plan/move-not-allowed', await move('endorsed', '2026-12-03', 'x'));
  });
});
