import type { Handler } from '#core/context.ts';
import { nullableTextIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { attendanceOf, readDays } from './read-training.ts';
import { checkEarned, checkForum } from './training-checks.ts';
import { courseSets, courseToGroups, orphans } from './training-groups.ts';

export const editTraining: Handler<'trainings.edit'> = async (context, { trainingId, fields, heads }) => {
  const record = await openForChange(context, trainingId, 'training');
  if (!record.ok) return record;
  const { values } = record.value;
  const forum = await checkForum(context, fields.forum, nullableTextIn(values.one('venue'), 'forum'));
  if (!forum.ok) return forum;
  const people = new Set(fields.participants.map(({ id }) => id));
  const kept = values.elements('certificate').some(({ id, value }) => value !== null && !people.has(id));
  if (kept) return err(refusal('training/certified', {}));
  const earned = checkEarned(values, fields.days, attendanceOf(readDays(values)));
  if (!earned.ok) return earned;
  const groups = [
    ...changedGroups(values, courseToGroups(fields, values), courseSets),
    ...orphans(values, fields).map((group) => ({ group, value: null })),
  ];
  if (groups.length > 0) {
    const written = context.write({ record: trainingId, at: 'training', kind: 'training.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: trainingId, changedGroups: groups.map(({ group }) => group) });
};
