/** @file Carries out what happens in community policing besides forums and meetings; see `liveEvent`. */
import { IssueFields } from '#shared/contract/issues.ts';
import type { DemoHome } from './demo-home.ts';
import type { LifeEventOf } from './life-types.ts';
import type { PolicingEvent } from './policing-events.ts';

type Happened = LifeEventOf<PolicingEvent['kind']>;

export async function livePolicing(home: DemoHome, event: Happened): Promise<void> {
  switch (event.kind) {
    case 'issue-raised':
      home.planId(event.issue);
      await home.call('issues.create', { forumId: event.forum, fields: event.fields });
      return;
    case 'issue-changed':
      await changeIssue(home, event);
      return;
    case 'plan-drafted':
    case 'plan-moved':
    case 'plan-endorsed':
    case 'plan-told':
    case 'plan-reviewed':
      await livePlan(home, event);
      return;
    case 'training-planned':
    case 'training-held':
    case 'training-certified':
    case 'training-followed-up':
      await liveTraining(home, event);
      return;
    case 'mapping-held':
      home.planId(event.mapping);
      await home.call('mappings.create', { fields: event.fields });
      return;
    case 'mapping-closed': {
      const { mapping: mappingId, day: closedOn } = event;
      await home.call('mappings.close', { mappingId, closedOn, heads: await home.heads(mappingId) });
      return;
    }
    case 'site-recorded':
      home.planId(event.site);
      await home.call('sites.create', { fields: event.fields });
      return;
    case 'asset-recorded':
      home.planId(event.asset);
      await home.call('assets.create', { fields: event.fields });
      return;
    case 'handed-over':
    case 'checked':
    case 'incident-told':
      await liveHolding(home, event);
  }
}

/** As on the form: what is not changed goes back as it was read. */
async function changeIssue(home: DemoHome, { issue, changes }: LifeEventOf<'issue-changed'>): Promise<void> {
  const { heads, ...view } = await home.call('issues.get', { issueId: issue });
  const fields = { ...IssueFields.strip().parse(view), ...changes };
  await home.call('issues.edit', { issueId: issue, fields, heads });
}

async function livePlan(
  home: DemoHome,
  event: LifeEventOf<'plan-drafted' | 'plan-moved' | 'plan-endorsed' | 'plan-told' | 'plan-reviewed'>,
): Promise<void> {
  if (event.kind === 'plan-drafted') {
    home.planId(event.plan);
    await home.call('plans.create', { forumId: event.forum, fields: event.fields });
    return;
  }
  const act = { planId: event.plan, heads: await home.heads(event.plan) };
  switch (event.kind) {
    case 'plan-moved':
      await home.call('plans.move', { ...act, to: event.to, date: event.day, reason: '' });
      return;
    case 'plan-endorsed':
      await home.call('plans.endorse', { ...act, meetingId: event.meeting, gapReason: '' });
      return;
    case 'plan-told':
      await home.call('plans.progress', { ...act, actionId: event.action, state: event.state });
      return;
    case 'plan-reviewed':
      await home.call('plans.review', { ...act, fields: event.fields });
  }
}

async function liveTraining(
  home: DemoHome,
  event: LifeEventOf<'training-planned' | 'training-held' | 'training-certified' | 'training-followed-up'>,
): Promise<void> {
  const { training: trainingId } = event;
  if (event.kind === 'training-planned') {
    home.planId(trainingId);
    await home.call('trainings.create', { fields: event.fields });
    return;
  }
  const heads = await home.heads(trainingId);
  switch (event.kind) {
    case 'training-held':
      await home.call('trainings.edit', { trainingId, fields: event.fields, heads });
      await home.call('trainings.record', { trainingId, fields: event.results, heads: await home.heads(trainingId) });
      return;
    case 'training-certified':
      await home.call('trainings.certify', { trainingId, date: event.day, heads });
      return;
    case 'training-followed-up':
      await home.call('trainings.followUp', { trainingId, fields: event.fields, heads });
  }
}

async function liveHolding(
  home: DemoHome,
  event: LifeEventOf<'handed-over' | 'checked' | 'incident-told'>,
): Promise<void> {
  const act = { recordId: event.holding, corrects: null, heads: await home.heads(event.holding) };
  switch (event.kind) {
    case 'handed-over':
      await home.call('holdings.handOver', { ...act, fields: event.fields });
      return;
    case 'checked':
      await home.call('holdings.check', { ...act, fields: event.fields });
      return;
    case 'incident-told':
      await home.call('holdings.report', { ...act, fields: event.fields });
  }
}
