import type { HandlersOf } from '#core/context.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createMeeting } from './create-meeting.ts';
import { editMeeting } from './edit-meeting.ts';
import { groupsToMeeting } from './meeting-groups.ts';
import { listMeetings } from './meetings-store.ts';

export const meetingHandlers: HandlersOf<'meetings'> = {
  'meetings.list': async (context, input) => {
    const { rows, total } = await listMeetings(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'meetings.get': async (context, { meetingId }) => {
    const record = await openRecord(context, meetingId, 'meeting');
    if (!record) return err(refusal('record/not-found', {}));
    const meeting = groupsToMeeting(record.values);
    const forum = await openRecord(context, meeting.forumId, 'forum');
    const attendance = record.values.elements('attendance').map(({ id, value }) => ({
      member: id,
      name:
        nullableTextIn(forum?.values.one(`memberName:${id}`), 'name') ??
        nullableTextIn(forum?.values.one(`holderName:${id}`), 'name'),
      role: textIn(forum?.values.one(`member:${id}`), 'role'),
      sex: textIn(forum?.values.one(`member:${id}`), 'sex'),
      status: textIn(value, 'status'),
    }));
    return ok({
      ...(await frameOf(context, record)),
      ...meeting,
      attendance,
      forumName: textIn(forum?.values.one('identity'), 'name'),
    });
  },
  'meetings.create': createMeeting,
  'meetings.edit': editMeeting,
};
