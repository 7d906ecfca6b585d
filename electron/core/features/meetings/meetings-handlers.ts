import { approvalsIn } from '#core/changes/minutes.ts';
import type { HandlersOf } from '#core/context.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { daysBetween } from '#shared/text/calendar.ts';
import { approveMeeting } from './approve-meeting.ts';
import { carriedIn } from './carried-in.ts';
import { correctMeeting } from './correct-meeting.ts';
import { createMeeting } from './create-meeting.ts';
import { editMeeting } from './edit-meeting.ts';
import { approvalOf, contentOf } from './meeting-content.ts';
import { listMeetings, meetingsBetween } from './meetings-store.ts';
import { changedSinceApproval, listVersions, valuesOfVersion } from './versions.ts';

/** A month with the weeks around it, and some more. */
const mostDays = 93;

export const meetingHandlers: HandlersOf<'meetings'> = {
  'meetings.list': async (context, input) => {
    const { rows, total } = await listMeetings(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'meetings.calendar': async (context, { from, to, forumId }) => {
    const days = daysBetween(from, to);
    if (days < 0 || days > mostDays) {
      return err(refusal('call/bad-input', { fields: [{ path: 'to', code: 'field/bad-value' }] }));
    }
    return ok(await meetingsBetween(context.db, from, to, forumId));
  },
  'meetings.get': async (context, { meetingId }) => {
    const record = await openRecord(context, meetingId, 'meeting');
    if (!record) return err(refusal('record/not-found', {}));
    const { values } = record;
    return ok({
      ...(await frameOf(context, record)),
      ...(await contentOf(context, values, approvalsIn(values).length > 0)),
      approved: await approvalOf(context, values),
      changedSince: await changedSinceApproval(context, meetingId, values),
    });
  },
  'meetings.versions': async (context, { meetingId }) => {
    const record = await openRecord(context, meetingId, 'meeting');
    if (!record) return err(refusal('record/not-found', {}));
    return ok(await listVersions(context, meetingId, record.values));
  },
  'meetings.version': async (context, { meetingId, versionId }) => {
    const record = await openRecord(context, meetingId, 'meeting');
    if (!record) return err(refusal('record/not-found', {}));
    const values = await valuesOfVersion(context, meetingId, record.values, versionId);
    const version = approvalsIn(record.values).find(({ id }) => id === versionId);
    if (!values || !version) return err(refusal('meeting/unknown-version', {}));
    return ok({ version: version.number, content: await contentOf(context, values, true) });
  },
  'meetings.carriedIn': carriedIn,
  'meetings.create': createMeeting,
  'meetings.edit': editMeeting,
  'meetings.approve': approveMeeting,
  'meetings.correct': correctMeeting,
};
