/** @file What a change of a training must not break: people it names are there, certificates stay earned. */
import type { HomeContext } from '#core/context.ts';
import { isOfferedAway } from '#core/features/records/guards.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  completes,
  type DayAttendance,
  minutesAttended,
  totalMinutes,
  type TrainingDay,
} from '#shared/domain/training.ts';

/** Participants whose certificate holds. */
const certifiedIn = (values: RecordValues): string[] =>
  values.elements('certificate').flatMap(({ id, value }) => (value !== null && value.withdrawn !== true ? [id] : []));

/** A certificate says that its holder completed the training: it is withdrawn before that is written otherwise. */
export function checkEarned(
  values: RecordValues,
  days: readonly TrainingDay[],
  attendance: readonly DayAttendance[],
): Result<null, AppError<'training/not-earned'>> {
  const minutes = minutesAttended(days, attendance);
  const total = totalMinutes(days);
  const lost = certifiedIn(values).filter((id) => !completes(minutes.get(id) ?? 0, total));
  return lost.length === 0 ? ok(null) : err(refusal('training/not-earned', { count: lost.length }));
}

export function checkParticipants(
  values: RecordValues,
  named: readonly string[],
): Result<null, AppError<'training/unknown-participant'>> {
  const known = new Set(values.elements('participant').map(({ id }) => id));
  return named.every((id) => known.has(id)) ? ok(null) : err(refusal('training/unknown-participant', {}));
}

/** A forum this person can see and this office has not offered away, or the one that stood there before. */
export async function checkForum(
  context: HomeContext,
  forum: string | null,
  before: string | null,
): Promise<Result<null, AppError<'training/unknown-forum' | 'record/offered-away'>>> {
  if (forum === null || forum === before) return ok(null);
  const record = await openRecord(context, forum, 'forum');
  if (!record) return err(refusal('training/unknown-forum', {}));
  return isOfferedAway(record) ? err(refusal('record/offered-away', {})) : ok(null);
}
