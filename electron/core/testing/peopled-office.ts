/** @file An enrolled office with one user per role, two mediators, and records of both compartments, for tests. */
import { v7 as uuidv7 } from 'uuid';
import { createAppAndServices } from '#core/app.ts';
import type { Services } from '#core/context.ts';
import { ROLES, type Role } from '#shared/domain/permissions.ts';
import { samplePlan } from './plan-samples.ts';
import {
  sampleAsset,
  sampleDispute,
  sampleForum,
  sampleIssue,
  sampleMapping,
  sampleMeeting,
  sampleSite,
  sampleTraining,
} from './samples.ts';
import { createTestApp, enrol, initHome, type TestApp, testPassphrase, testUser } from './test-app.ts';

/** Log-in names: one per role, a second mediator, and the first user of the home. */
export type Login = Role | 'second_mediator' | 'first';

export type PeopledOffice = {
  readonly office: TestApp;
  readonly directorate: TestApp;
  /** What lies behind dispatch at the office. */
  readonly services: Services;
  readonly users: Readonly<Record<Login, string>>;
  readonly ids: {
    readonly forum: string;
    readonly meeting: string;
    readonly mapping: string;
    readonly plan: string;
    readonly training: string;
    readonly site: string;
    readonly asset: string;
    /** Element id of a member of the forum, and of a step of the mediator's dispute. */
    readonly member: string;
    readonly step: string;
    /** Of the forum; element id of an action of the meeting. */
    readonly issue: string;
    readonly action: string;
    /** Opened by `hlp_mediator`. */
    readonly dispute: string;
    readonly number: string;
    /** Opened by `second_mediator`. */
    readonly otherDispute: string;
    readonly otherNumber: string;
  };
  close(): Promise<void>;
};

/** Stands in every name and narrative of the disputes, to be looked for where it must not be. */
export const disputeMarker = 'قضية٧٧';
/** The same for forums and meetings. */
export const policingMarker = 'منتدى٨٨';

export async function createPeopledOffice(): Promise<PeopledOffice> {
  const directorate = await createTestApp();
  await initHome(directorate, 'directorate');
  let services: Services | null = null;
  const office = await createTestApp({
    create: async (ports) => {
      const made = createAppAndServices(ports);
      services = made.services;
      return made.app;
    },
  });
  if (services === null) throw new Error('an application without services');
  await initHome(office, 'office');
  await enrol(directorate, office);
  const users = await createUsers(office);
  const ids = await createRecords(office);
  return {
    office,
    directorate,
    services,
    users,
    ids,
    close: async () => {
      await office.close();
      await directorate.close();
    },
  };
}

export async function signIn(app: TestApp, login: Login): Promise<void> {
  await app.call('session.unlock', { user: login === 'first' ? testUser : login, passphrase: testPassphrase });
}

async function createUsers(office: TestApp): Promise<Record<Login, string>> {
  const first = (await office.call('session.state', {})).user?.id;
  const users: Partial<Record<Login, string>> = { first: first ?? '' };
  const people = [...ROLES.map((role) => [role, role] as const), ['second_mediator', 'hlp_mediator'] as const];
  for (const [login, role] of people) {
    const made = await office.call('users.create', {
      loginName: login,
      displayName: `الاسم ${login}`,
      roles: [role],
      passphrase: testPassphrase,
    });
    users[login] = made.id;
  }
  return users as Record<Login, string>;
}

async function createRecords(office: TestApp): Promise<PeopledOffice['ids']> {
  await signIn(office, 'policing_clerk');
  const fields = sampleForum({ name: policingMarker });
  const forum = await office.call('forums.create', { fields });
  const member = fields.members[0]?.id ?? '';
  const held = sampleMeeting([member], { venue: policingMarker });
  const meeting = await office.call('meetings.create', { forumId: forum.id, fields: held });
  const raised = sampleIssue({ statement: policingMarker });
  const issue = await office.call('issues.create', { forumId: forum.id, fields: raised });
  const site = await office.call('sites.create', { fields: sampleSite({ name: policingMarker }) });
  const asset = await office.call('assets.create', { fields: sampleAsset({ name: policingMarker, site: site.id }) });
  const mapping = await office.call('mappings.create', { fields: sampleMapping() });
  const planned = samplePlan({ title: policingMarker });
  const plan = await office.call('plans.create', { forumId: forum.id, fields: planned });
  const training = await office.call('trainings.create', { fields: sampleTraining({ title: policingMarker }) });
  await signIn(office, 'hlp_mediator');
  const dispute = await office.call('disputes.open', { fields: markedDispute() });
  const step = await office.call('disputes.addStep', {
    disputeId: dispute.id,
    kind: 'other',
    date: '2026-02-12',
    text: disputeMarker,
  });
  await signIn(office, 'second_mediator');
  const other = await office.call('disputes.open', { fields: markedDispute() });
  await signIn(office, 'first');
  return {
    forum: forum.id,
    meeting: meeting.id,
    mapping: mapping.id,
    plan: plan.id,
    training: training.id,
    site: site.id,
    asset: asset.id,
    member,
    issue: issue.id,
    action: held.actions[0]?.id ?? '',
    step: step.stepId,
    dispute: dispute.id,
    number: dispute.number,
    otherDispute: other.id,
    otherNumber: other.number,
  };
}

function markedDispute() {
  const fields = sampleDispute({
    narrative: disputeMarker,
    properties: [{ id: uuidv7(), description: disputeMarker }],
  });
  return {
    ...fields,
    parties: fields.parties.map((party) => ({
      ...party,
      name: `${disputeMarker} ${party.name}`,
      protection: ['widow' as const, 'gbv_concern' as const],
    })),
  };
}
