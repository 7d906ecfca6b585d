/** @file What a meeting refers to must be there: members of its forum, items of its own agenda. */
import type { RecordValues } from '#core/changes/record-values.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export function checkReferences(
  fields: MeetingFields,
  forum: RecordValues,
  /** The meeting as it is: who attended stays named although the forum has lost that member since. */
  before?: RecordValues,
): Result<null, AppError<'meeting/unknown-member' | 'meeting/unknown-agenda-item'>> {
  const known = [...forum.elements('member'), ...(before?.elements('attendance') ?? [])];
  const members = new Set(known.map(({ id }) => id));
  const stranger = fields.attendance.find(({ member }) => !members.has(member));
  if (stranger) return err(refusal('meeting/unknown-member', { member: stranger.member }));
  const items = new Set(fields.agenda.map(({ id }) => id));
  const loose = [...fields.issues, ...fields.decisions].find(
    ({ agendaItem }) => agendaItem !== null && !items.has(agendaItem),
  );
  if (loose) return err(refusal('meeting/unknown-agenda-item', { item: loose.agendaItem ?? '' }));
  return ok(null);
}
