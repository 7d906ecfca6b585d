import { approvalsIn } from '#core/changes/minutes.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { notBefore } from './approve-meeting.ts';
import { meetingSets } from './meeting-groups.ts';
import { versionGroups } from './versions.ts';
import { tellReviews, wantedMinutes } from './write-minutes.ts';

/** Approved minutes change in one way alone: by a new version that says why. */
export const correctMeeting: Handler<'meetings.correct'> = async (context, input) => {
  const { meetingId, fields, reason, correctedOn, heads } = input;
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const { values, mine } = record.value;
  if (!mine) return err(refusal('record/not-yours', {}));
  const last = approvalsIn(values).at(-1);
  if (!last) return err(refusal('meeting/not-approved', {}));
  const dated = notBefore(values, 'correctedOn', correctedOn);
  if (!dated.ok) return dated;
  const forum = await openRecord(context, textIn(values.one('place'), 'forum'), 'forum');
  const wanted = await wantedMinutes(context, fields, forum?.values ?? values, values);
  if (!wanted.ok) return wanted;
  const groups = changedGroups(values, wanted.value, meetingSets);
  const about = { record: meetingId, at: 'meeting', kind: 'meeting.corrected' } as const;
  if (groups.length > 0) {
    const written = context.write({ ...about, groups, heads });
    if (!written.ok) return written;
  }
  // Written second: the version names what the first has just written.
  const version = last.number + 1;
  const made = await versionGroups(context, meetingId, { number: version, on: correctedOn, reason });
  const written = context.write({ ...about, groups: made, heads });
  if (!written.ok) return written;
  await tellReviews(context, { meetingId, date: fields.date, wanted: wanted.value, before: values });
  return ok({ id: meetingId, version });
};
