import { approvalsIn } from '#core/changes/minutes.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { meetingSets } from './meeting-groups.ts';
import { tellReviews, wantedMinutes } from './write-minutes.ts';

export const editMeeting: Handler<'meetings.edit'> = async (context, { meetingId, fields, heads }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const { values } = record.value;
  if (approvalsIn(values).length > 0) return err(refusal('meeting/approved', {}));
  const forum = await openRecord(context, textIn(values.one('place'), 'forum'), 'forum');
  // Without its forum nothing can be judged: the members that are known are those of the meeting itself.
  const wanted = await wantedMinutes(context, fields, forum?.values ?? values, values);
  if (!wanted.ok) return wanted;
  const groups = changedGroups(values, wanted.value, meetingSets);
  if (groups.length > 0) {
    const written = context.write({ record: meetingId, at: 'meeting', kind: 'meeting.edited', groups, heads });
    if (!written.ok) return written;
    await tellReviews(context, { meetingId, date: fields.date, wanted: wanted.value, before: values });
  }
  return ok({ id: meetingId, changedGroups: groups.map(({ group }) => group) });
};
