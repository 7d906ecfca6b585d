import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { sampleAction, samplePlan, sampleProblem } from '#core/testing/plan-samples.ts';
import { createPlanner } from '#core/testing/planned-forum.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleIssue, sampleMapping } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const { newForum, newPlan, heads, read, endorsedPlan } = createPlanner(() => place.office);

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

  it('hears women in a security mapping too, as long as that is not void', async () => {
    const { office } = place;
    const mappingOf = async (more = {}) => (await office.call('mappings.create', { fields: sampleMapping(more) })).id;
    const [women, displaced] = [await mappingOf(), await mappingOf({ group: 'displaced', date: '2026-02-09' })];
    const consultations = [women, displaced].map((id) => ({ id, kind: 'mapping' as const }));
    const { planId, forumId } = await newPlan({ consultations });
    expect(await read(planId)).toMatchObject({
      consultations: [
        { id: displaced, kind: 'mapping', type: 'displaced', date: '2026-02-09' },
        { id: women, kind: 'mapping', type: 'women_adult', date: '2026-02-10' },
      ],
      missingVoices: { women: false, youth: true },
    });
    await office.call('records.void', { recordId: women, reason: 'x', heads: await office.heads(women) });
    expect(await read(planId)).toMatchObject({ missingVoices: { women: true, youth: true } });
    const fields = samplePlan({ consultations: [{ id: women, kind: 'mapping' }] });
    await expectRefusal(office, 'plans.create', 'plan/unknown-session', { forumId, fields });
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
