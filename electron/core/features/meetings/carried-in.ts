import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { nextIn } from './meeting-groups.ts';
import { lastMeetingHeld, openActionsOf } from './meetings-store.ts';

/** A meeting begins with what earlier ones left open. */
export const carriedIn: Handler<'meetings.carriedIn'> = async (context, { forumId, meetingId }) => {
  const forum = await openRecord(context, forumId, 'forum');
  if (!forum) return err(refusal('record/not-found', {}));
  const meeting = meetingId === null ? null : await openRecord(context, meetingId, 'meeting');
  if (meetingId !== null && !meeting) return err(refusal('record/not-found', {}));
  const before = meeting && textIn(meeting.values.one('session'), 'date');
  const last = await lastMeetingHeld(context.db, forumId, { before, without: meetingId });
  const lastRecord = last === null ? null : await openRecord(context, last, 'meeting');
  return ok({
    actions: await openActionsOf(context.db, forumId, { before, without: meetingId }),
    next: lastRecord && nextIn(lastRecord.values),
  });
};
