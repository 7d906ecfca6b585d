/**
 * @file Fills an office with the community policing of many years: forums, their meetings with everybody's attendance,
 * and what else hangs on them. The same each time.
 */
import type { Act, BulkApp } from '#core/testing/bulk-app.ts';
import { samplePlan } from '#core/testing/plan-samples.ts';
import {
  sampleAsset,
  sampleIssue,
  sampleMapping,
  sampleParticipant,
  sampleSite,
  sampleTraining,
} from '#core/testing/samples.ts';
import { addDays } from '#shared/text/calendar.ts';
import type { Workload } from './workload.ts';

/** Sizes of a store, per forum where nothing else is said. */
export type ForumSizes = {
  readonly forums: number;
  readonly members: number;
  readonly meetings: number;
  readonly issues: number;
  /** In all. */
  readonly disputes: number;
};

export type FilledForums = Readonly<
  Record<
    'forums' | 'meetings' | 'issues' | 'plans' | 'trainings' | 'sites' | 'assets' | 'mappings' | 'disputes',
    string[]
  >
> & { readonly actions: string[] };

/** Forums in one commit. */
const forumsPerCommit = 10;
const firstDay = '2024-01-10';
const daysBetweenMeetings = 31;

export async function fillForums(app: BulkApp, workload: Workload, sizes: ForumSizes): Promise<FilledForums> {
  const filled: FilledForums = {
    forums: [],
    meetings: [],
    actions: [],
    issues: [],
    plans: [],
    trainings: [],
    sites: [],
    assets: [],
    mappings: [],
    disputes: [],
  };
  for (let from = 0; from < sizes.forums; from += forumsPerCommit) {
    await app.bulk(async (act) => {
      for (let i = from; i < Math.min(from + forumsPerCommit, sizes.forums); i++) {
        await addForum(act, workload, sizes, filled, i);
      }
    });
  }
  await app.bulk(async (act) => {
    for (let i = 0; i < sizes.disputes; i++) {
      filled.disputes.push((await act('disputes.open', { fields: workload.dispute() })).id);
    }
  });
  return filled;
}

async function addForum(
  act: Act,
  workload: Workload,
  sizes: ForumSizes,
  filled: FilledForums,
  at: number,
): Promise<void> {
  const fields = workload.forum(sizes.members);
  const { id: forumId } = await act('forums.create', { fields });
  filled.forums.push(forumId);
  const members = fields.members.map(({ id }) => id);
  for (let i = 0; i < sizes.meetings; i++) {
    const meeting = { ...workload.meeting(members), date: addDays(firstDay, i * daysBetweenMeetings + (at % 28)) };
    filled.meetings.push((await act('meetings.create', { forumId, fields: meeting })).id);
    filled.actions.push(...meeting.actions.map(({ id }) => id));
  }
  for (let i = 0; i < sizes.issues; i++) {
    filled.issues.push((await act('issues.create', { forumId, fields: sampleIssue() })).id);
  }
  filled.plans.push((await act('plans.create', { forumId, fields: samplePlan() })).id);
  await addWithoutForum(
    act,
    filled,
    fields.members.map(({ name }) => name ?? ''),
    at,
  );
}

/** A site with equipment for each forum; a course and a mapping for every second. */
async function addWithoutForum(act: Act, filled: FilledForums, names: readonly string[], at: number): Promise<void> {
  const site = await act('sites.create', { fields: sampleSite({ name: `مكتب ${at + 1}` }) });
  filled.sites.push(site.id);
  for (const kind of ['vehicle_pickup', 'computer', 'radio_set'] as const) {
    filled.assets.push(
      (await act('assets.create', { fields: sampleAsset({ kind, site: site.id, serial: `S${at}${kind}` }) })).id,
    );
  }
  if (at % 2 === 1) return;
  const participants = names.map((name) => sampleParticipant(name));
  filled.trainings.push((await act('trainings.create', { fields: sampleTraining({ participants }) })).id);
  filled.mappings.push((await act('mappings.create', { fields: sampleMapping() })).id);
}
