/** @file A record that holds what only a newer program understands: kept, shown, passed on, and written to by nobody here. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeHeader } from '#core/changes/change.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { writeAsNewer } from '#core/testing/newer-program.ts';
import { picture } from '#core/testing/pictures.ts';
import { NEW_PART_COMMANDS } from '#core/testing/dispute-parts.ts';
import { createInputs } from '#core/testing/method-inputs.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import {
  sampleAsset,
  sampleDispute,
  sampleForum,
  sampleHandover,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleSite,
  sampleTraining,
} from '#core/testing/samples.ts';
import { sheetOf } from '#core/testing/sheets/make-xlsx.ts';
import { stage } from '#core/testing/stage.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: BulkApp;
const ids = {
  forum: '',
  ended: '',
  meeting: '',
  approved: '',
  issue: '',
  dispute: '',
  mapping: '',
  closed: '',
  user: '',
  training: '',
  site: '',
  asset: '',
};
const course = sampleTraining();
const fields = sampleForum();
let attachmentId = '';
let takenOut = '';
let actionId = '';
let progressId = '';

const progressOf = (meetingId: string, action: string) => ({
  meetingId,
  actionId: action,
  progress: { date: '2026-02-20', status: 'in_progress' as const },
});

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  ids.forum = (await office.call('forums.create', { fields })).id;
  ids.ended = (await office.call('forums.create', { fields: sampleForum() })).id;
  const ending = { how: 'dissolved' as const, on: '2026-02-01', reason: 'x', heads: await office.heads(ids.ended) };
  await office.call('forums.end', { forumId: ids.ended, ...ending });
  const minutes = sampleMeeting(fields.members.map(({ id }) => id));
  ids.meeting = (await office.call('meetings.create', { forumId: ids.forum, fields: minutes })).id;
  ids.approved = (await office.call('meetings.create', { forumId: ids.forum, fields: minutes })).id;
  const seen = await office.heads(ids.approved);
  await office.call('meetings.approve', { meetingId: ids.approved, approvedOn: '2026-02-11', heads: seen });
  ids.issue = (await office.call('issues.create', { forumId: ids.forum, fields: sampleIssue() })).id;
  progressId = (await office.call('actions.progress', progressOf(ids.meeting, minutes.actions[0]?.id ?? '')))
    .progressId;
  actionId = minutes.actions[0]?.id ?? '';
  ids.dispute = (await office.call('disputes.open', { fields: sampleDispute() })).id;
  ids.mapping = (await office.call('mappings.create', { fields: sampleMapping() })).id;
  ids.closed = (await office.call('mappings.create', { fields: sampleMapping() })).id;
  const closing = { mappingId: ids.closed, closedOn: '2026-02-11', heads: await office.heads(ids.closed) };
  await office.call('mappings.close', closing);
  ids.training = await certifiedTraining();
  ids.site = (await office.call('sites.create', { fields: sampleSite() })).id;
  ids.asset = (await office.call('assets.create', { fields: sampleAsset() })).id;
  ids.user = (
    await office.call('users.create', {
      loginName: 'second',
      displayName: 'second',
      roles: ['administrator'],
      passphrase: 'four plain words more',
    })
  ).id;
  const file = { recordId: ids.forum, name: 'x.png', file: await stage(office, picture('png')) };
  attachmentId = (await office.call('attachments.add', file)).attachmentId;
  const other = { ...file, file: await stage(office, picture('png')) };
  takenOut = (await office.call('attachments.add', other)).attachmentId;
  const gone = { recordId: ids.forum, attachmentId: takenOut, heads: await office.heads(ids.forum) };
  await office.call('attachments.remove', gone);
  for (const id of Object.values(ids)) writeAsNewerProgram(id);
});
afterAll(async () => {
  await directorate.close();
  await office.close();
});

/** Everybody was there all the time, and one of them holds a certificate. */
async function certifiedTraining(): Promise<string> {
  const { id: trainingId } = await office.call('trainings.create', { fields: course });
  const people = course.participants.map(({ id }) => id);
  for (const some of [people.slice(0, 1), people]) {
    const now = await office.heads(trainingId);
    await office.call('trainings.record', { trainingId, fields: attendedBy(some), heads: now });
    if (some.length > 1) break;
    const seen = await office.heads(trainingId);
    await office.call('trainings.certify', { trainingId, date: '2026-02-12', heads: seen });
  }
  return trainingId;
}

const attendedBy = (people: readonly string[]) => ({
  attendance: course.days.map(({ id }) => ({
    day: id,
    rows: people.map((participant) => ({ participant, part: 'whole' as const })),
  })),
  tests: [],
  left: [],
});

const writeAsNewerProgram = (record: string, other: Partial<ChangeHeader> = {}): void =>
  writeAsNewer(office, record, other);

const noNode = '00000000-0000-7000-8000-000000000000';

it('is not made of any record by a change that calls it a type nobody here knows', async () => {
  const { id } = await office.call('forums.create', { fields: { ...fields, name: 'another' } });
  writeAsNewerProgram(id, { at: 'census' });
  const heads = await office.heads(id);
  await office.call('forums.edit', { forumId: id, fields: { ...fields, name: 'still ours' }, heads });
});

it('refuses every act on it', async () => {
  const heads = (id: string) => office.heads(id);
  const { forum, meeting, approved, dispute, user } = ids;
  const edited = { ...fields, name: 'x' };
  await expectRefusal(office, 'forums.edit', 'record/newer-program', {
    forumId: forum,
    fields: edited,
    heads: await heads(forum),
  });
  const end = { forumId: forum, how: 'dissolved' as const, on: '2026-02-11', reason: 'x', heads: await heads(forum) };
  await expectRefusal(office, 'forums.end', 'record/newer-program', end);
  const revival = { forumId: ids.ended, on: '2026-02-11', reason: 'x', heads: await heads(ids.ended) };
  await expectRefusal(office, 'forums.revive', 'record/newer-program', revival);
  await expectRefusal(office, 'meetings.edit', 'record/newer-program', {
    meetingId: meeting,
    fields: sampleMeeting([]),
    heads: await heads(meeting),
  });
  const approve = { meetingId: meeting, approvedOn: '2026-02-11', heads: await heads(meeting) };
  await expectRefusal(office, 'meetings.approve', 'record/newer-program', approve);
  await expectRefusal(office, 'meetings.correct', 'record/newer-program', {
    meetingId: approved,
    fields: sampleMeeting([]),
    reason: 'x',
    correctedOn: '2026-02-11',
    heads: await heads(approved),
  });
  const issue = { issueId: ids.issue, fields: sampleIssue({ time: 'day' }), heads: await heads(ids.issue) };
  await expectRefusal(office, 'issues.edit', 'record/newer-program', issue);
  await expectRefusal(office, 'actions.progress', 'record/newer-program', progressOf(meeting, actionId));
  const back = { meetingId: meeting, progressId, heads: await heads(meeting) };
  await expectRefusal(office, 'actions.takeBack', 'record/newer-program', back);
  const session = { mappingId: ids.mapping, heads: await heads(ids.mapping) };
  await expectRefusal(office, 'mappings.edit', 'record/newer-program', { ...session, fields: sampleMapping() });
  await expectRefusal(office, 'mappings.close', 'record/newer-program', { ...session, closedOn: '2026-02-11' });
  const reopened = { mappingId: ids.closed, reason: 'x', heads: await heads(ids.closed) };
  await expectRefusal(office, 'mappings.reopen', 'record/newer-program', reopened);
  const held = { trainingId: ids.training, heads: await heads(ids.training) };
  const participant = course.participants[0]?.id ?? '';
  const answers = [{ participant, date: '2026-05-12', outcome: 'using' as const }];
  const retitled = { ...course, title: 'x' };
  const withdrawn = { ...held, participant, reason: 'x' };
  const results = { ...attendedBy(course.participants.map(({ id }) => id)), left: [participant] };
  await expectRefusal(office, 'trainings.edit', 'record/newer-program', { ...held, fields: retitled });
  await expectRefusal(office, 'trainings.record', 'record/newer-program', { ...held, fields: results });
  await expectRefusal(office, 'trainings.certify', 'record/newer-program', { ...held, date: '2026-02-13' });
  await expectRefusal(office, 'trainings.withdraw', 'record/newer-program', withdrawn);
  await expectRefusal(office, 'trainings.followUp', 'record/newer-program', { ...held, fields: { answers } });
  const site = { siteId: ids.site, fields: sampleSite({ name: 'x' }), heads: await heads(ids.site) };
  await expectRefusal(office, 'sites.edit', 'record/newer-program', site);
  const assetHeads = await heads(ids.asset);
  const asset = { assetId: ids.asset, fields: sampleAsset({ name: 'x' }), heads: assetHeads };
  await expectRefusal(office, 'assets.edit', 'record/newer-program', asset);
  const entry = { recordId: ids.asset, heads: assetHeads };
  await expectRefusal(office, 'holdings.handOver', 'record/newer-program', { ...entry, fields: sampleHandover() });
  const found = { date: '2026-03-01', condition: 'good', status: 'in_use' } as const;
  await expectRefusal(office, 'holdings.check', 'record/newer-program', { ...entry, fields: found });
  const told = { date: '2026-03-01', kind: 'damage', text: 'x' } as const;
  await expectRefusal(office, 'holdings.report', 'record/newer-program', { ...entry, fields: told });
  const one = { disputeId: dispute, heads: await heads(dispute) };
  await expectRefusal(office, 'disputes.edit', 'record/newer-program', { ...one, fields: sampleDispute() });
  await expectRefusal(office, 'disputes.move', 'record/newer-program', { ...one, to: 'screening', date: '2026-02-12' });
  await expectRefusal(office, 'disputes.assign', 'record/newer-program', { ...one, mediators: [await someMediator()] });
  const step = { disputeId: dispute, kind: 'visit' as const, date: '2026-02-12', text: 'x' };
  await expectRefusal(office, 'disputes.addStep', 'record/newer-program', step);
  const inputs = createInputs({ ids: { ...ids, dispute } as never });
  for (const name of NEW_PART_COMMANDS) {
    const answer = await office.answer(name, { ...inputs[name], ...one } as never);
    expect([name, answer.ok ? 'ok' : answer.error.code]).toEqual([name, 'record/newer-program']);
  }
  const voided = { recordId: forum, reason: 'x', heads: await heads(forum) };
  await expectRefusal(office, 'records.void', 'record/newer-program', voided);
  await expectRefusal(office, 'attachments.remove', 'record/newer-program', {
    recordId: forum,
    attachmentId,
    heads: await heads(forum),
  });
  await expectRefusal(office, 'attachments.restore', 'record/newer-program', {
    recordId: forum,
    attachmentId: takenOut,
    heads: await heads(forum),
  });
  const sheet = {
    kind: 'members' as const,
    forumId: forum,
    file: await stage(
      office,
      sheetOf([
        ['name', 'sex', 'category'],
        ['x', 'female', 'media'],
      ]),
    ),
    columns: ['name', 'sex', 'category'].map((field, column) => ({ column, field })),
  };
  await expectRefusal(office, 'imports.check', 'record/newer-program', sheet);
  const bringIn = { ...sheet, name: 'x', digest: 'x', doubles: { all: 'skip' as const, rows: [] } };
  await expectRefusal(office, 'imports.run', 'record/newer-program', bringIn);
  const file = await stage(office, picture('png'));
  await expectRefusal(office, 'attachments.add', 'record/newer-program', { recordId: forum, name: 'x.png', file });
  const asked = { recordId: dispute, offer: 'A'.repeat(22) };
  await expectRefusal(office, 'transfers.offer', 'record/newer-program', {
    recordId: dispute,
    to: noNode,
    reason: 'other',
  });
  await expectRefusal(office, 'transfers.accept', 'record/newer-program', asked);
  await expectRefusal(office, 'transfers.return', 'record/newer-program', { ...asked, reason: 'other' });
  await expectRefusal(office, 'transfers.withdraw', 'record/newer-program', asked);
  await expectRefusal(office, 'sharing.share', 'record/newer-program', { disputeId: dispute, with: noNode });
  await expectRefusal(office, 'sharing.stop', 'record/newer-program', { disputeId: dispute, with: noNode });
  const renamed = { userId: user, displayName: 'x', roles: ['administrator' as const], heads: await heads(user) };
  await expectRefusal(office, 'users.edit', 'record/newer-program', renamed);
});

it('refuses to settle a conflict in it', async () => {
  const { id } = await office.call('forums.create', { fields });
  await carry(office, directorate);
  await directorate.call('forums.edit', {
    forumId: id,
    fields: { ...fields, name: 'a' },
    heads: await directorate.heads(id),
  });
  await office.call('forums.edit', { forumId: id, fields: { ...fields, name: 'b' }, heads: await office.heads(id) });
  await carry(directorate, office);
  writeAsNewerProgram(id);
  const heads = await office.heads(id);
  const keep = heads.identity?.[0] ?? '';
  const input = { recordId: id, group: 'identity', keep, heads };
  await expectRefusal(office, 'records.resolve', 'record/newer-program', input);
  const choices = [{ recordId: id, group: 'identity', keep, heads: heads.identity ?? [] }];
  await expectRefusal(office, 'records.resolveMany', 'record/newer-program', { choices });
  const back = { recordId: id, group: 'identity', back: keep, heads };
  await expectRefusal(office, 'records.undoResolve', 'record/newer-program', back);
});

it('shows it as it was, read-only, and says why', async () => {
  const forum = await office.call('forums.get', { forumId: ids.forum });
  expect(forum).toMatchObject({ needsUpdate: true, status: fields.status, may: { edit: false, void: false } });
});

it('passes it on and is confirmed, and the directorate keeps it the same way', async () => {
  expect(await carry(office, directorate)).toMatchObject({ verdict: 'applied', quarantined: [], held: 0 });
  const forum = await directorate.call('forums.get', { forumId: ids.forum });
  expect(forum).toMatchObject({ needsUpdate: true, may: { correct: false } });
  const owner = (await office.call('exchange.status', {})).node;
  expect(await directorate.call('exchange.digest', { owner })).toEqual(await office.call('exchange.digest', { owner }));
  await carry(directorate, office);
  expect((await office.call('exchange.status', {})).peers).toMatchObject([{ waiting: 0 }]);
});

async function someMediator(): Promise<string> {
  const extra = await office.call('users.create', {
    loginName: 'third',
    displayName: 'third',
    roles: ['hlp_mediator'],
    passphrase: 'four plain words more',
  });
  return extra.id;
}
