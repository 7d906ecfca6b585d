import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { checkReferences } from './meeting-checks.ts';
import { meetingToGroups } from './meeting-groups.ts';
import { nextMeetingNumber } from './meetings-store.ts';

export const createMeeting: Handler<'meetings.create'> = async (context, { forumId, fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await openForChange(context, forumId, 'forum');
  if (!forum.ok) return forum;
  // Meetings are held where the forum is owned; here there are no others to choose from.
  if (!forum.value.mine) return err(refusal('record/not-found', {}));
  const references = checkReferences(fields, forum.value.values);
  if (!references.ok) return references;
  const year = Number(fields.date.slice(0, 4));
  const number = await nextMeetingNumber(context.db, forumId, year);
  const id = context.services.ports.newId();
  const groups = newGroups(meetingToGroups(fields, isSensitiveIssue(context.services.ports)));
  createdBy(
    context.write({
      record: id,
      at: 'meeting',
      kind: 'meeting.recorded',
      creates: true,
      groups: [{ group: 'place', value: { forum: forumId, year, number } }, ...groups],
    }),
  );
  return ok({ id, number, year });
};
