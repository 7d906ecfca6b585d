/** @file While a forum is offered nothing is written to it here, nor to what hangs on it, and nothing new is added. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { samplePlan } from '#core/testing/plan-samples.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleIssue, sampleMapping, sampleMeeting, sampleTraining } from '#core/testing/samples.ts';
import { sheetOf } from '#core/testing/sheets/make-xlsx.ts';
import { stage } from '#core/testing/stage.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const reason = 'other' as const;
let apps: BulkApp[];
let office: BulkApp;
let forumId: string;
let offer: string;
const ids = { meetingId: '', issueId: '', planId: '', mappingId: '', trainingId: '' };
const fields = sampleForum();

beforeAll(async () => {
  apps = [await createBulkApp(), await createBulkApp(), await createBulkApp()];
  const [directorate, from, to] = apps as [BulkApp, BulkApp, BulkApp];
  office = from;
  await initHome(directorate, 'directorate');
  await initHome(from, 'office', 'from');
  await initHome(to, 'office', 'to');
  await enrol(directorate, to);
  await enrol(directorate, from);
  forumId = (await office.call('forums.create', { fields })).id;
  ids.meetingId = (await office.call('meetings.create', { forumId, fields: sampleMeeting([]) })).id;
  ids.issueId = (await office.call('issues.create', { forumId, fields: sampleIssue() })).id;
  ids.planId = (await office.call('plans.create', { forumId, fields: samplePlan() })).id;
  ids.mappingId = (await office.call('mappings.create', { fields: sampleMapping({ forumId }) })).id;
  ids.trainingId = (await office.call('trainings.create', { fields: sampleTraining({ forum: forumId }) })).id;
  const { nodes } = await office.call('transfers.prepare', { recordId: forumId });
  offer = (await office.call('transfers.offer', { recordId: forumId, to: nodes[0]?.node ?? '', reason })).offer;
});
afterAll(async () => {
  for (const app of apps) await app.close();
});

const none = {};

it('refuses every act on the forum', async () => {
  await expectRefusal(office, 'forums.edit', 'record/offered-away', { forumId, fields, heads: none });
  const sheet = {
    kind: 'members' as const,
    forumId,
    file: await stage(
      office,
      sheetOf([
        ['name', 'sex', 'category'],
        ['x', 'female', 'media'],
      ]),
    ),
    columns: ['name', 'sex', 'category'].map((field, column) => ({ column, field })),
  };
  await expectRefusal(office, 'imports.check', 'record/offered-away', sheet);
  const bringIn = { ...sheet, name: 'x', digest: 'x', doubles: { all: 'skip' as const, rows: [] } };
  await expectRefusal(office, 'imports.run', 'record/offered-away', bringIn);
  const end = { forumId, how: 'dissolved' as const, on: '2026-03-01', reason: 'x', heads: none };
  await expectRefusal(office, 'forums.end', 'record/offered-away', end);
  await expectRefusal(office, 'forums.revive', 'record/offered-away', {
    forumId,
    on: '2026-03-01',
    reason: 'x',
    heads: none,
  });
});

it('refuses every act on what hangs on it', async () => {
  const { meetingId, issueId, planId, mappingId, trainingId } = ids;
  const minutes = sampleMeeting([]);
  await expectRefusal(office, 'meetings.edit', 'record/offered-away', { meetingId, fields: minutes, heads: none });
  const approval = { meetingId, approvedOn: '2026-03-01', heads: none };
  await expectRefusal(office, 'meetings.approve', 'record/offered-away', approval);
  const correction = { meetingId, fields: minutes, reason: 'x', correctedOn: '2026-03-01', heads: none };
  await expectRefusal(office, 'meetings.correct', 'record/offered-away', correction);
  const progress = { date: '2026-03-01', status: 'in_progress' as const };
  await expectRefusal(office, 'actions.progress', 'record/offered-away', { meetingId, actionId: nobody, progress });
  await expectRefusal(office, 'actions.takeBack', 'record/offered-away', {
    meetingId,
    progressId: nobody,
    heads: none,
  });
  await expectRefusal(office, 'issues.edit', 'record/offered-away', { issueId, fields: sampleIssue(), heads: none });
  const plan = { planId, heads: none };
  const edited = { ...plan, fields: samplePlan(), revision: null };
  await expectRefusal(office, 'plans.edit', 'record/offered-away', edited);
  await expectRefusal(office, 'plans.move', 'record/offered-away', { ...plan, to: 'consultation', date: '2026-03-01' });
  await expectRefusal(office, 'plans.endorse', 'record/offered-away', { ...plan, meetingId });
  const review = { date: '2026-06-01', findings: 'x', scores: [], result: 'active' as const };
  await expectRefusal(office, 'plans.review', 'record/offered-away', { ...plan, fields: review });
  const state = { status: 'not_started' as const };
  await expectRefusal(office, 'plans.progress', 'record/offered-away', { ...plan, actionId: nobody, state });
  const session = { mappingId, heads: none };
  await expectRefusal(office, 'mappings.edit', 'record/offered-away', { ...session, fields: sampleMapping() });
  await expectRefusal(office, 'mappings.close', 'record/offered-away', { ...session, closedOn: '2026-03-01' });
  await expectRefusal(office, 'mappings.reopen', 'record/offered-away', { ...session, reason: 'x' });
  const course = { trainingId, heads: none };
  await expectRefusal(office, 'trainings.edit', 'record/offered-away', { ...course, fields: sampleTraining() });
  const results = { attendance: [], tests: [], left: [] };
  await expectRefusal(office, 'trainings.record', 'record/offered-away', { ...course, fields: results });
  await expectRefusal(office, 'trainings.certify', 'record/offered-away', { ...course, date: '2026-03-01' });
  const withdrawn = { ...course, participant: nobody, reason: 'x' };
  await expectRefusal(office, 'trainings.withdraw', 'record/offered-away', withdrawn);
  const answers = { answers: [] };
  await expectRefusal(office, 'trainings.followUp', 'record/offered-away', { ...course, fields: answers });
});

it('adds nothing to it', async () => {
  await expectRefusal(office, 'meetings.create', 'record/offered-away', { forumId, fields: sampleMeeting([]) });
  await expectRefusal(office, 'issues.create', 'record/offered-away', { forumId, fields: sampleIssue() });
  await expectRefusal(office, 'plans.create', 'record/offered-away', { forumId, fields: samplePlan() });
  await expectRefusal(office, 'mappings.create', 'record/offered-away', { fields: sampleMapping({ forumId }) });
  await expectRefusal(office, 'trainings.create', 'record/offered-away', {
    fields: sampleTraining({ forum: forumId }),
  });
});

it('lets all of it be written to again once the offer is withdrawn', async () => {
  await office.call('transfers.withdraw', { recordId: forumId, offer });
  const heads = await office.heads(ids.issueId);
  await office.call('issues.edit', { issueId: ids.issueId, fields: sampleIssue({ time: 'day' }), heads });
  const more = await office.call('meetings.create', { forumId, fields: sampleMeeting([]) });
  expect(more.number).toBe(2);
});
