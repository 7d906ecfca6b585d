/** @file What a meeting refers to must be there, and what its minutes say must be possible. */
import type { RecordValues } from '#core/changes/record-values.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { meetingFaults, type RollMember } from '#shared/domain/meeting-rules.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type MinutesFault = AppError<'meeting/unknown-member' | 'meeting/unknown-agenda-item' | 'call/bad-input'>;

/** `members`: of the day of the meeting, and whoever may be marked. */
export function checkMinutes(
  fields: MeetingFields,
  members: readonly RollMember[],
  forum: RecordValues,
  /** The meeting as it is: who attended stays named although the forum has lost that member since. */
  before?: RecordValues,
): Result<null, MinutesFault> {
  const references = checkReferences(fields, forum, before);
  if (!references.ok) return references;
  const faults = meetingFaults(fields, members);
  if (faults.length === 0) return ok(null);
  return err(
    refusal('call/bad-input', {
      fields: faults.map(({ path, code }) => ({ path: ['fields', ...path].join('.'), code })),
    }),
  );
}

function checkReferences(
  fields: MeetingFields,
  forum: RecordValues,
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
