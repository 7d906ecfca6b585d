/** @file A directorate and an office that have worked for a while: made through calls, looked at through screens. */
import { v7 as uuidv7 } from 'uuid';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { DisputeStage } from '#shared/domain/generated/code-lists.ts';
import type { Language } from '#shared/text/languages.ts';
import { ask, carry, download, stage } from './direct.ts';
import { type DemoWords, demoWords } from './demo-words.ts';
import { type DemoReference, recordReference } from './demo-reference.ts';
import { type DemoIssues, recordIssues } from './demo-issues.ts';
import { type DemoHoldings, recordHoldings } from './demo-holdings.ts';
import { type DemoMappings, recordMappings } from './demo-mapping.ts';
import { recordPlan } from './demo-plan.ts';
import { recordTrainings } from './demo-training.ts';
import type { Installation } from './host.ts';

export const demoPassphrase = 'four plain words here';
export const demoUser = 'amal';
export const secondUser = 'sarmad';

export type Demo = {
  readonly words: DemoWords;
  readonly forumId: string;
  readonly meetingId: string;
  readonly disputeId: string;
  readonly trainingId: string;
  readonly planId: string;
  readonly holdings: DemoHoldings;
  readonly issues: DemoIssues;
  readonly mappings: DemoMappings;
  readonly secondUserId: string;
  readonly reference: DemoReference;
};

/** Fills both; the first users stay signed in. The forum ends in a conflict between the two. */
export async function makeDemo(directorate: Installation, office: Installation, language: Language): Promise<Demo> {
  const words = demoWords[language];
  await initHome(directorate, 'directorate', words, language);
  await initHome(office, 'office', words, language);
  await enrol(directorate, office);
  const reference = await recordReference(directorate);
  const { id: secondUserId } = await ask(office, 'users.create', {
    loginName: secondUser,
    displayName: words.clerk,
    roles: ['policing_clerk', 'hlp_mediator'],
    passphrase: demoPassphrase,
  });
  const { forumId, meetingId } = await recordForums(office, words);
  const disputeId = await recordDisputes(office, words);
  const trainingId = await recordTrainings(office, words, language, forumId);
  const planId = await recordPlan(office, forumId, language);
  const holdings = await recordHoldings(office, words, language);
  const issues = await recordIssues(office, forumId, language);
  const mappings = await recordMappings(office, forumId, language);
  await carry(office, directorate);
  await carry(directorate, office);
  await disagree(directorate, office, forumId);
  await carry(office, directorate);
  await carry(directorate, office);
  await alsoAudits(office);
  await ask(office, 'drafts.put', {
    form: 'forum',
    recordId: null,
    title: words.forums[3] ?? '',
    data: JSON.stringify({ begun: true }),
  });
  return {
    words,
    forumId,
    meetingId,
    disputeId,
    trainingId,
    planId,
    holdings,
    issues,
    mappings,
    secondUserId,
    reference,
  };
}

/** The first user gets the auditor's screens too. */
async function alsoAudits(office: Installation): Promise<void> {
  const first = (await ask(office, 'users.list', {})).find(({ loginName }) => loginName === demoUser);
  if (!first) throw new Error('no first user');
  await ask(office, 'users.edit', {
    userId: first.id,
    displayName: first.displayName,
    roles: ['administrator', 'policing_officer', 'hlp_supervisor', 'auditor'],
    heads: first.heads,
  });
}

/** One home alone, its first user signed in. */
export async function initHome(
  installation: Installation,
  kind: 'directorate' | 'department' | 'office',
  words: DemoWords & { readonly department?: string },
  language: Language,
): Promise<void> {
  await ask(installation, 'home.init', {
    kind,
    name: words[kind] ?? '',
    place: kind === 'office' ? 'IQG15Q05' : 'IQG15',
    services: ['policing', 'hlp'],
    user: demoUser,
    displayName: words.officer,
    passphrase: demoPassphrase,
    language,
  });
}

/** Below the directorate itself, below `under`, or as a further computer of `node`. */
export async function enrol(
  directorate: Installation,
  office: Installation,
  { under = null, node = null }: { readonly under?: string | null; readonly node?: string | null } = {},
): Promise<void> {
  const request = await ask(office, 'enrol.request', { to: null });
  const accepted = await ask(directorate, 'enrol.accept', {
    file: await stage(directorate, await download(office, request)),
    fingerprint: request.fingerprint,
    to: null,
    under,
    node,
    code: null,
  });
  const answer = await stage(office, await download(directorate, accepted));
  const { root } = await ask(directorate, 'enrol.fingerprints', {});
  await ask(office, 'enrol.install', { file: answer, fingerprint: root ?? '' });
}

async function recordForums(office: Installation, words: DemoWords): Promise<{ forumId: string; meetingId: string }> {
  const ids: string[] = [];
  const members: string[] = [];
  for (const name of words.forums.slice(0, 3).toReversed()) {
    const fields = forumOf(name, words);
    ids.push((await ask(office, 'forums.create', { fields })).id);
    members.splice(0, members.length, ...fields.members.map(({ id }) => id));
  }
  const [spare = '', other = '', forumId = ''] = ids;
  await ask(office, 'records.void', { recordId: spare, reason: words.reason, heads: await headsOf(office, spare) });
  await ask(office, 'meetings.create', { forumId: other, fields: meetingOf('2026-09-08', [], words) });
  const meeting = await ask(office, 'meetings.create', { forumId, fields: meetingOf('2026-10-13', members, words) });
  return { forumId, meetingId: meeting.id };
}

const headsOf = async (installation: Installation, recordId: string) =>
  (await ask(installation, 'records.heads', { recordId })).heads;

/** Both sides write a status of the same forum without knowing of each other. */
async function disagree(directorate: Installation, office: Installation, forumId: string): Promise<void> {
  for (const [side, status] of [
    [directorate, 'established'],
    [office, 'planned'],
  ] as const) {
    const view = await ask(side, 'forums.get', { forumId });
    const fields = ForumFields.parse({ ...ForumFields.strip().parse(view), status });
    await ask(side, 'forums.edit', { forumId, fields, heads: view.heads });
  }
}

async function recordDisputes(office: Installation, words: DemoWords): Promise<string> {
  let disputeId = '';
  for (const [index, claimant] of words.claimants.toReversed().entries()) {
    const fields = disputeOf(claimant, `2026-09-1${index}`, words);
    disputeId = (await ask(office, 'disputes.open', { fields })).id;
  }
  const move = async (to: DisputeStage, date: string) =>
    ask(office, 'disputes.move', {
      disputeId,
      to,
      date,
      outcome: null,
      reason: '',
      heads: await headsOf(office, disputeId),
    });
  await move('screening', '2026-09-14');
  await move('fact_finding', '2026-09-20');
  for (const [index, text] of words.steps.entries()) {
    await ask(office, 'disputes.addStep', {
      disputeId,
      kind: index === 0 ? 'visit' : 'site_visit',
      date: `2026-09-1${index + 5}`,
      text,
      next: words.next,
      corrects: null,
    });
  }
  return disputeId;
}

const memberOf = (name: string, index: number): ForumFields['members'][number] => ({
  id: uuidv7(),
  name,
  phone: `0770 123 450${index}`,
  sex: index % 2 === 0 ? 'female' : 'male',
  ageBand: index < 3 ? 'age_30_44' : 'age_45_59',
  category: index === 0 ? 'women_representative' : 'community_notable',
  role: index === 0 ? 'chair' : 'member',
  status: 'active',
  since: '2025-02-03',
  named: index === 0,
});

export const forumOf = (name: string, words: DemoWords): ForumFields => ({
  name,
  place: 'IQG15Q05',
  servingOffice: words.servingOffice,
  foundedOn: '2025-02-03',
  establishedBy: words.directorate,
  status: 'active',
  members: words.members.map(memberOf),
});

function meetingOf(date: string, members: readonly string[], words: DemoWords): MeetingFields {
  const agenda = words.agenda.map((title, index) => ({ id: uuidv7(), order: index + 1, title }));
  const agendaItem = agenda[0]?.id ?? null;
  return {
    type: 'regular',
    status: 'held',
    date,
    venue: words.venue,
    agenda,
    attendance: members.map((member, index) => ({ member, status: index === 2 ? 'absent_excused' : 'present' })),
    guests: [
      { sex: 'female', ageBand: 'age_18_24', count: 4 },
      { sex: 'male', ageBand: 'age_60_plus', count: 2 },
    ],
    issues: [{ id: uuidv7(), issue: 'street_lighting', agendaItem, statement: words.statement }],
    decisions: [{ id: uuidv7(), type: 'agreed', agendaItem, text: words.decision }],
    actions: words.actions.map((what, index) => ({
      id: uuidv7(),
      what,
      responsible: index === 0 ? 'municipality' : 'local_police',
      due: index === 0 ? '2026-11-10' : '2026-12-20',
      status: 'open',
    })),
  };
}

const disputeOf = (claimant: string, intakeDate: string, words: DemoWords): DisputeInput => ({
  intakeDate,
  channel: 'walk_in',
  mainType: 'secondary_occupation_private',
  otherTypes: ['missing_documents'],
  district: 'IQG15Q05',
  properties: [{ id: uuidv7(), type: 'house', place: 'IQG15Q05', description: words.property }],
  narrative: words.narrative,
  parties: [partyOf(claimant, 'claimant'), partyOf(words.respondent, 'respondent')],
  consents: [{ id: uuidv7(), scope: 'record_keeping', status: 'given', method: 'signature', date: intakeDate }],
});

const partyOf = (name: string, role: 'claimant' | 'respondent'): DisputeInput['parties'][number] => ({
  id: uuidv7(),
  name,
  phone: '0771 555 0101',
  kind: 'natural_person',
  role,
  sex: role === 'claimant' ? 'female' : 'male',
  ageBand: 'age_45_59',
  protection: role === 'claimant' ? ['widow', 'gbv_concern'] : [],
});
