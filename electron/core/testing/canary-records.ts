/**
 * @file A record of each type that keeps something at the office, with all that its papers can show: members and a
 * substitute, sensitive issues and problems, a certificate, hand-overs. What can be typed once alone is a canary at once.
 */
import { v7 as uuidv7 } from 'uuid';
import type { BulkApp } from './bulk-app.ts';
import { canaryText } from './canary-text.ts';
import { sampleAction, samplePlan, sampleProblem } from './plan-samples.ts';
import {
  sampleAsset,
  sampleDispute,
  sampleForum,
  sampleHandover,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleMember,
  sampleSite,
  sampleTraining,
} from './samples.ts';

export type CanaryRecords = {
  /** By record type. */
  readonly ids: Readonly<Record<string, string>>;
  /** A meeting that is planned: it has an invitation. */
  readonly planned: string;
  /** Elements of which papers are made. */
  readonly participant: string;
  readonly handover: string;
};

/** A code that is marked sensitive. */
const sensitive = 'domestic_violence';

export async function recordForCanaries(office: BulkApp): Promise<CanaryRecords> {
  const { forum, members } = await recordForum(office);
  const issue = await office.call('issues.create', {
    forumId: forum,
    fields: sampleIssue({ issue: sensitive, spot: 'قرب السوق', reason: 'قيد المتابعة' }),
  });
  await office.call('issues.create', { forumId: forum, fields: sampleIssue() });
  const meeting = await recordMeeting(office, forum, members, issue.id);
  const planned = await office.call('meetings.create', {
    forumId: forum,
    fields: {
      ...sampleMeeting([], { status: 'planned', date: '2026-04-10' }),
      guests: [],
      issues: [],
      decisions: [],
      actions: [],
    },
  });
  const { training, participant } = await recordTraining(office);
  const site = await office.call('sites.create', { fields: sampleSite() });
  await recordEntries(office, 'site', site.id);
  const asset = await office.call('assets.create', { fields: sampleAsset() });
  const handover = await recordEntries(office, 'asset', asset.id);
  const mapping = await office.call('mappings.create', { fields: sampleMapping() });
  return {
    ids: {
      forum,
      meeting,
      issue: issue.id,
      training,
      plan: await recordPlan(office, forum),
      site: site.id,
      asset: asset.id,
      mapping: mapping.id,
      dispute: await recordDispute(office),
    },
    planned: planned.id,
    participant,
    handover,
  };
}

async function recordForum(office: BulkApp): Promise<{ forum: string; members: readonly string[] }> {
  const [chair, other] = [sampleMember('هدى كاظم'), sampleMember('سالم جبار')];
  const candidate = { member: null, name: 'ليلى حسن', sex: 'female' as const, votes: 4, elected: false };
  const elected = { id: uuidv7(), member: chair.id, name: null, sex: 'female' as const, votes: 9, elected: true };
  const fields = sampleForum({
    members: [{ ...chair, role: 'chair' }, other],
    elections: [
      {
        id: uuidv7(),
        on: '2025-02-03',
        role: 'chair',
        counted: true,
        voters: 14,
        reason: '',
        candidates: [elected, { ...candidate, id: uuidv7() }],
      },
    ],
  });
  const { id } = await office.call('forums.create', { fields });
  return { forum: id, members: [chair.id, other.id] };
}

async function recordMeeting(
  office: BulkApp,
  forumId: string,
  [chair = '', other = '']: readonly string[],
  issue: string,
): Promise<string> {
  const plain = sampleMeeting([]);
  const answer = plain.actions.map((action) => ({ ...action, id: uuidv7(), issue }));
  const fields = sampleMeeting([], {
    chair,
    attendance: [
      { member: chair, status: 'present' },
      {
        member: other,
        status: 'substitute',
        substitute: { sex: 'female', ageBand: 'age_30_44', name: 'زينب علي' },
      },
    ],
    issues: [
      { id: uuidv7(), issue: 'street_lighting', agendaItem: null, statement: 'الشارع مظلم ليلاً', raisedBy: chair },
      { id: uuidv7(), issue: sensitive, agendaItem: null, statement: 'تخاف نساء من العودة', record: issue },
    ],
    decisions: plain.decisions.map((decision) => ({ ...decision, agendaItem: null })),
    actions: [...plain.actions, ...answer],
  });
  return (await office.call('meetings.create', { forumId, fields })).id;
}

async function recordTraining(office: BulkApp): Promise<{ training: string; participant: string }> {
  const fields = sampleTraining();
  const participant = fields.participants[0]?.id ?? '';
  const { id: trainingId } = await office.call('trainings.create', { fields });
  const rows = fields.participants.map(({ id }) => ({ participant: id, part: 'whole' as const }));
  const results = { attendance: fields.days.map(({ id }) => ({ day: id, rows })), tests: [], left: [] };
  const heads = () => office.heads(trainingId);
  await office.call('trainings.record', { trainingId, fields: results, heads: await heads() });
  await office.call('trainings.certify', { trainingId, date: '2026-02-12', heads: await heads() });
  return { training: trainingId, participant };
}

/** A hand-over and a loss of a site or an asset; answers the hand-over. */
async function recordEntries(office: BulkApp, type: 'site' | 'asset', recordId: string): Promise<string> {
  const names = (field: string) => canaryText(type, 'handoverNames', field);
  const fields = sampleHandover({ giver: names('giver'), receiver: names('receiver'), witness: names('witness') });
  const heads = () => office.heads(recordId);
  const { entryId } = await office.call('holdings.handOver', { recordId, fields, heads: await heads() });
  const loss = {
    date: '2026-02-20',
    kind: 'damage' as const,
    policeReport: '',
    text: canaryText(type, 'incidentText', 'text'),
  };
  await office.call('holdings.report', { recordId, fields: loss, heads: await heads() });
  return entryId;
}

async function recordPlan(office: BulkApp, forumId: string): Promise<string> {
  const [dark, secret] = [sampleProblem(), sampleProblem({ issue: sensitive })];
  const actions = [sampleAction(dark.id), sampleAction(secret.id, { type: 'referral_pathway' })];
  const fields = samplePlan({ problems: [dark, secret], actions });
  return (await office.call('plans.create', { forumId, fields })).id;
}

async function recordDispute(office: BulkApp): Promise<string> {
  return (await office.call('disputes.open', { fields: sampleDispute() })).id;
}
