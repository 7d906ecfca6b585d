/** @file Carries out one event of the plan as a person would: through the same calls as the screens. */
import { ForumFields } from '#shared/contract/forums.ts';
import type { DemoHome } from './demo-home.ts';
import type { DirectorateCorrection, LifeEvent, LifeEventOf } from './life-types.ts';
import { livePolicing } from './live-policing.ts';

/** Offices open at eight in Baghdad. */
const morningUtc = 5;

export async function liveEvent(home: DemoHome, event: LifeEvent): Promise<void> {
  home.setDay(event.day, morningUtc);
  switch (event.kind) {
    case 'forum-founded':
      home.planId(event.forum);
      await home.call('forums.create', { fields: event.fields });
      return;
    case 'forum-edited': {
      const heads = await home.heads(event.forum);
      await home.call('forums.edit', { forumId: event.forum, fields: event.fields, heads });
      return;
    }
    case 'meeting-recorded':
      home.planId(event.meeting);
      await home.call('meetings.create', { forumId: event.forum, fields: event.fields });
      return;
    case 'meeting-edited':
      await liveMeetingEdit(home, event);
      return;
    case 'actions-told':
      for (const { action: actionId, status, note } of event.told) {
        const progress = { date: event.day, status, note, evidence: '' };
        await home.call('actions.progress', { meetingId: event.meeting, actionId, progress });
      }
      return;
    case 'dispute-opened':
      home.planId(event.dispute);
      await home.call('disputes.open', { fields: event.fields });
      return;
    case 'dispute-edited': {
      const heads = await home.heads(event.dispute);
      await home.call('disputes.edit', { disputeId: event.dispute, fields: event.fields, heads });
      return;
    }
    case 'dispute-moved': {
      const { dispute: disputeId, to, outcome, reason, day: date } = event;
      await home.call('disputes.move', { disputeId, to, date, outcome, reason, heads: await home.heads(disputeId) });
      return;
    }
    case 'dispute-step': {
      const { dispute: disputeId, stepKind: kind, date, text, next, corrects } = event;
      home.planId(event.step);
      await home.call('disputes.addStep', { disputeId, kind, date, text, next, corrects });
      return;
    }
    case 'meeting-voided':
      await voidRecord(home, event.meeting, event.reason);
      return;
    case 'dispute-voided':
      await voidRecord(home, event.dispute, event.reason);
      return;
    default:
      await livePolicing(home, event);
  }
}

/** Minutes end in their approval. */
async function liveMeetingEdit(home: DemoHome, event: LifeEventOf<'meeting-edited'>): Promise<void> {
  const { meeting: meetingId, fields, day } = event;
  const approves = fields.status === 'minutes_approved';
  const minutes = approves ? { ...fields, status: 'minutes_draft' as const } : fields;
  await home.call('meetings.edit', { meetingId, fields: minutes, heads: await home.heads(meetingId) });
  if (approves) await home.call('meetings.approve', { meetingId, approvedOn: day, heads: await home.heads(meetingId) });
}

async function voidRecord(home: DemoHome, recordId: string, reason: string): Promise<void> {
  await home.call('records.void', { recordId, reason, heads: await home.heads(recordId) });
}

/** The directorate changes what it sees of a forum; withheld names stay as they are. */
export async function liveCorrection(directorate: DemoHome, correction: DirectorateCorrection): Promise<void> {
  directorate.setDay(correction.day, morningUtc);
  const { id: forumId, heads, ...view } = await directorate.call('forums.get', { forumId: correction.forum });
  const fields = { ...ForumFields.strip().parse(view), ...correction.changes };
  await directorate.call('forums.edit', { forumId, fields, heads });
}
