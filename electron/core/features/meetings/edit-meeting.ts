import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { textIn } from '#core/changes/record-values.ts';
import { ok } from '#shared/lib/result.ts';
import { checkReferences } from './meeting-checks.ts';
import { meetingSets, meetingToGroups } from './meeting-groups.ts';

export const editMeeting: Handler<'meetings.edit'> = async (context, { meetingId, fields, heads }) => {
  const record = await openForChange(context, meetingId, 'meeting');
  if (!record.ok) return record;
  const { values } = record.value;
  const forum = await openRecord(context, textIn(values.one('place'), 'forum'), 'forum');
  if (forum) {
    const references = checkReferences(fields, forum.values, values);
    if (!references.ok) return references;
  }
  const wanted = meetingToGroups(fields, isSensitiveIssue(context.services.ports));
  const groups = changedGroups(values, wanted, meetingSets);
  if (groups.length > 0) {
    const written = context.write({ record: meetingId, at: 'meeting', kind: 'meeting.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: meetingId, changedGroups: groups.map(({ group }) => group) });
};
