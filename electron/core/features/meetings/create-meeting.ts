import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { nextMeetingNumber } from './meetings-store.ts';
import { tellReviews, wantedMinutes } from './write-minutes.ts';

export const createMeeting: Handler<'meetings.create'> = async (context, { forumId, fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await openForChange(context, forumId, 'forum');
  if (!forum.ok) return forum;
  // Meetings are held where the forum is owned; here there are no others to choose from.
  if (!forum.value.mine) return err(refusal('record/not-found', {}));
  const id = context.services.ports.newId();
  const wanted = await wantedMinutes(context, fields, forum.value.values);
  if (!wanted.ok) return wanted;
  const year = Number(fields.date.slice(0, 4));
  const number = await nextMeetingNumber(context.db, forumId, year);
  createdBy(
    context.write({
      record: id,
      at: 'meeting',
      kind: 'meeting.recorded',
      creates: true,
      groups: [{ group: 'place', value: { forum: forumId, year, number } }, ...newGroups(wanted.value)],
    }),
  );
  await tellReviews(context, { meetingId: id, date: fields.date, wanted: wanted.value });
  return ok({ id, number, year });
};
