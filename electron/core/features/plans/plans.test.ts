import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { sampleAction, samplePlan, samplePlanReview, sampleProblem } from '#core/testing/plan-samples.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleIssue, sampleMeeting } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

type Forum = { readonly forumId: string; readonly members: readonly string[] };

async function newForum(): Promise<Forum> {
  const fields = sampleForum();
  const { id } = await place.office.call('forums.create', { fields });
  return { forumId: id, members: fields.members.map((member) => member.id) };
}

const hold = async (forum: Forum, more: Partial<MeetingFields>): Promise<string> => {
  const fields = sampleMeeting(forum.members, {
    issues: [],
    decisions: [],
    actions: [],
    agenda: [],
    guests: [],
    ...more,
  });
  return (await place.office.call('meetings.create', { forumId: forum.forumId, fields })).id;
};

async function newPlan(more: Partial<PlanFields> = {}, forum?: Forum) {
  const of = forum ?? (await newForum());
  const fields = samplePlan(more);
  const { id: planId } = await place.office.call('plans.create', { forumId: of.forumId, fields });
  return { ...of, planId, fields };
}

const heads = (planId: string) => place.office.heads(planId);
const read = (planId: string) => place.office.call('plans.get', { planId });

async function consult(planId: string): Promise<void> {
  const input = { planId, to: 'consultation' as const, date: '2026-02-20', heads: await heads(planId) };
  await place.office.call('plans.move', input);
}

/** A plan with both voices, endorsed by a meeting of 1 March. */
async function endorsedPlan(more: Partial<PlanFields> = {}, forum?: Forum) {
  const of = forum ?? (await newForum());
  const women = await hold(of, { type: 'women_session', date: '2026-02-18' });
  const youth = await hold(of, { type: 'youth_session', date: '2026-02-19', mixedReason: 'x' });
  const consultations = [women, youth].map((id) => ({ id, kind: 'meeting' as const }));
  const plan = await newPlan({ consultations, ...more }, of);
  await consult(plan.planId);
  const meetingId = await hold(of, { type: 'regular', date: '2026-03-01' });
  await place.office.call('plans.endorse', { planId: plan.planId, meetingId, heads: await heads(plan.planId) });
  return { ...plan, meetingId };
}

const rescored = (fields: PlanFields, more = { likelihood: 2, impact: 2, vulnerable: false }) =>
  fields.problems.map(({ id }) => ({ problem: id, ...more }));

describe('a plan', () => {
  it('is read as it was written, numbered in the year it begins', async () => {
    const { planId, fields, forumId } = await newPlan();
    const { consultations: _, actions, ...plain } = fields;
    const view = await read(planId);
    expect(view).toMatchObject({ ...plain, forumId, number: 1, year: 2026, status: 'draft', since: '2026-02-15' });
    expect(view.actions).toMatchObject(actions.map((action) => ({ ...action, status: 'not_started', doneOn: null })));
    expect(view.firstScores).toHaveLength(2);
    expect(view.missingVoices).toEqual({ women: true, youth: true });
    expect(view).toMatchObject({ endorsement: null, reviews: [], versions: [], reviewDueOn: null });
  });

  it('refuses at the field what cannot be', async () => {
    const { office } = place;
    const { forumId } = await newForum();
    const refused = async (fields: PlanFields) => {
      const answer = await office.answer('plans.create', { forumId, fields });
      if (answer.ok || answer.error.code !== 'call/bad-input') throw new Error('was taken');
      return answer.error.params.fields;
    };
    expect(await refused(samplePlan({ endsOn: '2026-02-28' }))).toEqual([
      { path: 'fields.endsOn', code: 'field/before-start' },
    ]);
    const [first, second] = [sampleProblem({ impact: 1 }), sampleProblem({ impact: 5 })];
    expect(await refused(samplePlan({ problems: [first, second], actions: [] }))).toEqual([
      { path: 'fields.rankReason', code: 'field/required' },
    ]);
    const loose = samplePlan({ problems: [first], actions: [sampleAction(noRecord)] });
    expect(await refused(loose)).toEqual([{ path: 'fields.actions.0.problem', code: 'field/bad-value' }]);
    const early = samplePlan({ problems: [first], actions: [sampleAction(first.id, { due: '2026-03-09' })] });
    expect(await refused(early)).toEqual([{ path: 'fields.actions.0.due', code: 'field/before-start' }]);
    await office.call('plans.create', {
      forumId,
      fields: samplePlan({ problems: [first, second], actions: [], rankReason: 'قرار المنتدى' }),
    });
  });

  it('is told to the issues its problems were made from, which stand in it once it is endorsed', async () => {
    const { office } = place;
    const forum = await newForum();
    const issueOf = async (more = {}) =>
      (await office.call('issues.create', { forumId: forum.forumId, fields: sampleIssue(more) })).id;
    const open = await issueOf();
    const settled = await issueOf({ status: 'resolved', statusOn: '2026-02-12' });
    const problem = sampleProblem({ issues: [open, settled, noRecord] });
    const { planId } = await endorsedPlan({ problems: [problem], actions: [] }, forum);
    const issue = async (issueId: string) => office.call('issues.get', { issueId });
    expect(await issue(open)).toMatchObject({ plan: planId, problem: problem.id, status: 'in_ssp' });
    expect(await issue(settled)).toMatchObject({ plan: planId, problem: problem.id, status: 'resolved' });
  });

  it('keeps to seven problems and to sessions of its forum', async () => {
    const { office } = place;
    const { forumId } = await newForum();
    const problems = Array.from({ length: 8 }, () => sampleProblem());
    const fields = samplePlan({ problems, actions: [] });
    await expectRefusal(office, 'plans.create', 'plan/too-many-problems', { forumId, fields });
    const strange = samplePlan({ consultations: [{ id: place.ids.meeting, kind: 'meeting' }] });
    await expectRefusal(office, 'plans.create', 'plan/unknown-session', { forumId, fields: strange });
    await expectRefusal(office, 'plans.create', 'record/not-found', { forumId: noRecord, fields: samplePlan() });
  });

  it('writes what was changed alone, and not over what somebody else saved', async () => {
    const { office } = place;
    const { planId, fields } = await newPlan();
    const loaded = await heads(planId);
    const edit = (more: Partial<PlanFields>) => ({
      planId,
      fields: { ...fields, ...more },
      revision: null,
      heads: loaded,
    });
    expect(await office.call('plans.edit', edit({}))).toEqual({ id: planId, changedGroups: [] });
    const [first, second] = fields.problems;
    if (!first || !second) throw new Error('a sample without problems');
    const dropped = edit({ problems: [first], actions: fields.actions.slice(0, 1) });
    const { changedGroups } = await office.call('plans.edit', dropped);
    expect(new Set(changedGroups)).toEqual(
      new Set([
        `problem:${second.id}`,
        `problemText:${second.id}`,
        `score:${second.id}`,
        `action:${fields.actions[1]?.id}`,
        'ranking',
      ]),
    );
    await expectRefusal(office, 'plans.edit', 'record/changed', edit({ problems: [], actions: [] }));
    await expectRefusal(office, 'plans.edit', 'record/not-found', { ...edit({}), planId: noRecord });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const input = { forumId: noRecord, fields: samplePlan() };
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'plans.create', 'node/not-enrolled', input);
    await fresh.close();
    await expectRefusal(place.directorate, 'plans.create', 'node/service-not-offered', input);
  });
});

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

describe('a plan above its office', () => {
  it('comes whole but for the texts of sensitive problems, in every version', async () => {
    const { office, directorate } = place;
    const secret = sampleProblem({ issue: 'domestic_violence', statement: 'سرّي', place: 'بيت' });
    const { planId } = await endorsedPlan({ problems: [secret, sampleProblem({ impact: 2 })], actions: [] });
    await signIn(office, 'first');
    await carry(office, directorate);
    await signIn(office, 'policing_officer');
    const view = await directorate.call('plans.get', { planId });
    const texts = (contents: Pick<typeof view, 'problems'>) =>
      contents.problems.map(({ statement, place: where, effects }) => [
        statement === null,
        where === null,
        effects === null,
      ]);
    expect(texts(view)).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
    expect(view).toMatchObject({ may: { edit: false, correct: true }, status: 'endorsed' });
    const [version] = view.versions;
    const above = await directorate.call('plans.version', { planId, versionId: version?.id ?? '' });
    expect(texts(above)).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
    const here = await office.call('plans.version', { planId, versionId: version?.id ?? '' });
    expect(here.problems[0]?.statement).toBe('سرّي');
  });
});

describe('the list of plans', () => {
  it('counts problems and actions, those that are late as of the day asked for', async () => {
    const { office } = place;
    const { forumId, planId, fields } = await endorsedPlan({ title: 'خطة السوق الكبير' });
    const done = { status: 'completed' as const, doneOn: '2026-05-01' };
    const actionId = fields.actions[0]?.id ?? '';
    await office.call('plans.progress', { planId, actionId, state: done, heads: await heads(planId) });
    await newPlan({}, { forumId, members: [] });
    const list = async (more = {}) => (await office.call('plans.list', { forumId, today: '2026-07-01', ...more })).rows;
    expect(await list()).toHaveLength(2);
    expect(await list({ inForce: true })).toMatchObject([
      { id: planId, problems: 2, actions: 2, done: 1, late: 1, reviewDueOn: '2026-08-31', forumName: 'منتدى حي النصر' },
    ]);
    expect(await list({ today: '2026-06-30', inForce: true })).toMatchObject([{ late: 0 }]);
    expect(await list({ search: 'السوق' })).toHaveLength(1);
    expect((await office.call('plans.list', { today: '2026-07-01' })).total).toBeGreaterThan(2);
  });
});
