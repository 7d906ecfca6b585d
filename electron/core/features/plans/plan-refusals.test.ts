/** @file What commands on a plan refuse whatever they are asked to write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { staleHeads } from '#core/testing/method-inputs.ts';
import { writeAsNewer } from '#core/testing/newer-program.ts';
import { samplePlan, samplePlanReview, sampleProblem } from '#core/testing/plan-samples.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMeeting } from '#core/testing/samples.ts';
import { carry, enrol, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let directorate: BulkApp;
let office: BulkApp;
let forumId: string;
let meetingId: string;
/** One in consultation, one that is endorsed. */
let open: string;
let endorsed: string;
const fields = samplePlan();

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  const forum = sampleForum();
  forumId = (await office.call('forums.create', { fields: forum })).id;
  const minutes = sampleMeeting(
    forum.members.map(({ id }) => id),
    { date: '2026-03-01' },
  );
  meetingId = (await office.call('meetings.create', { forumId, fields: minutes })).id;
  endorsed = await endorsedPlan();
  open = await consultedPlan();
}, 60_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});

async function consultedPlan(): Promise<string> {
  const { id } = await office.call('plans.create', { forumId, fields });
  const heads = await office.heads(id);
  await office.call('plans.move', { planId: id, to: 'consultation', date: '2026-02-20', heads });
  return id;
}

async function endorsedPlan(): Promise<string> {
  const id = await consultedPlan();
  await office.call('plans.endorse', { planId: id, meetingId, gapReason: 'x', heads: await office.heads(id) });
  return id;
}

/** Inputs that would be accepted, were it not for the record or its heads. */
const inputs = (planId: string, heads: Record<string, string[]>) => ({
  edit: { planId, fields: { ...fields, title: 'x' }, revision: { date: '2026-04-01', reason: 'x' }, heads },
  consult: { planId, to: 'draft' as const, date: '2026-02-21', reason: 'x', heads },
  move: { planId, to: 'active' as const, date: '2026-03-02', heads },
  endorse: { planId, meetingId, gapReason: 'x', heads },
  review: {
    planId,
    fields: samplePlanReview({
      scores: fields.problems.map(({ id }) => ({ problem: id, likelihood: 1, impact: 1, vulnerable: false })),
    }),
    heads,
  },
  progress: { planId, actionId: fields.actions[0]?.id ?? '', state: { status: 'in_progress' as const }, heads },
});

describe('a command on a plan', () => {
  it('that does not exist finds nothing', async () => {
    const input = inputs(noRecord, {});
    await expectRefusal(office, 'plans.get', 'record/not-found', { planId: noRecord });
    await expectRefusal(office, 'plans.version', 'record/not-found', { planId: noRecord, versionId: null });
    await expectRefusal(office, 'plans.edit', 'record/not-found', input.edit);
    await expectRefusal(office, 'plans.move', 'record/not-found', input.move);
    await expectRefusal(office, 'plans.endorse', 'record/not-found', input.endorse);
    await expectRefusal(office, 'plans.review', 'record/not-found', input.review);
    await expectRefusal(office, 'plans.progress', 'record/not-found', input.progress);
  });

  it('that somebody else has changed is refused', async () => {
    const input = inputs(endorsed, staleHeads);
    await expectRefusal(office, 'plans.edit', 'record/changed', input.edit);
    await expectRefusal(office, 'plans.move', 'record/changed', input.move);
    await expectRefusal(office, 'plans.endorse', 'record/changed', inputs(open, staleHeads).endorse);
    await expectRefusal(office, 'plans.review', 'record/changed', input.review);
    const { progress } = inputs(endorsed, await office.heads(endorsed));
    await office.call('plans.progress', progress);
    const late = { ...progress, state: { status: 'not_started' as const } };
    await expectRefusal(office, 'plans.progress', 'record/changed', late);
  });

  it('keeps to the number of problems and to sessions that are here', async () => {
    const { edit } = inputs(open, await office.heads(open));
    const problems = Array.from({ length: 8 }, () => sampleProblem());
    const many = { ...edit, fields: { ...fields, problems, actions: [] } };
    await expectRefusal(office, 'plans.edit', 'plan/too-many-problems', many);
    const elsewhere = { ...fields, consultations: [{ id: noRecord, kind: 'mapping' as const }] };
    await expectRefusal(office, 'plans.edit', 'plan/unknown-session', { ...edit, fields: elsewhere });
  });

  it("of an office is not a clerk's above, and acts of the forum are recorded by the office alone", async () => {
    await carry(office, directorate);
    const input = inputs(endorsed, await directorate.heads(endorsed));
    await expectRefusal(directorate, 'plans.move', 'record/not-yours', input.move);
    await expectRefusal(directorate, 'plans.review', 'record/not-yours', input.review);
    const { endorse } = inputs(open, await directorate.heads(open));
    await expectRefusal(directorate, 'plans.endorse', 'record/not-yours', endorse);
    const clerk = { loginName: 'clerk', displayName: 'x', roles: ['policing_clerk' as const] };
    await directorate.call('users.create', { ...clerk, passphrase: testPassphrase });
    await directorate.call('session.unlock', { user: 'clerk', passphrase: testPassphrase });
    const draft = inputs(open, await directorate.heads(open)).edit;
    await expectRefusal(directorate, 'plans.edit', 'record/not-yours', draft);
    const told = { ...input.progress, state: { status: 'partially_completed' as const } };
    await expectRefusal(directorate, 'plans.progress', 'record/not-yours', told);
  });

  it('that is void is refused, and so is a new one of a void forum', async () => {
    const id = await endorsedPlan();
    await office.call('records.void', { recordId: id, reason: 'x', heads: await office.heads(id) });
    const input = inputs(id, await office.heads(id));
    await expectRefusal(office, 'plans.edit', 'record/voided', input.edit);
    await expectRefusal(office, 'plans.move', 'record/voided', input.move);
    await expectRefusal(office, 'plans.endorse', 'record/voided', input.endorse);
    await expectRefusal(office, 'plans.review', 'record/voided', input.review);
    await expectRefusal(office, 'plans.progress', 'record/voided', input.progress);
    expect((await office.call('plans.get', { planId: id })).voided).not.toBeNull();
    const gone = (await office.call('forums.create', { fields: sampleForum() })).id;
    await office.call('records.void', { recordId: gone, reason: 'x', heads: await office.heads(gone) });
    await expectRefusal(office, 'plans.create', 'record/voided', { forumId: gone, fields });
  });

  it('that a newer program wrote to is refused', async () => {
    const [draft, active] = [await consultedPlan(), await endorsedPlan()];
    const actives = inputs(active, await office.heads(active));
    const drafts = inputs(draft, await office.heads(draft));
    writeAsNewer(office, draft);
    writeAsNewer(office, active);
    await expectRefusal(office, 'plans.edit', 'record/newer-program', actives.edit);
    await expectRefusal(office, 'plans.move', 'record/newer-program', drafts.consult);
    await expectRefusal(office, 'plans.endorse', 'record/newer-program', drafts.endorse);
    await expectRefusal(office, 'plans.review', 'record/newer-program', actives.review);
    await expectRefusal(office, 'plans.progress', 'record/newer-program', actives.progress);
  });
});
