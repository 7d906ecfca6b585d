import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { readDays } from './read-training.ts';
import { checkEarned, checkParticipants } from './training-checks.ts';
import { resultSets, resultsToGroups } from './training-groups.ts';

export const recordResults: Handler<'trainings.record'> = async (context, { trainingId, fields, heads }) => {
  const record = await openForChange(context, trainingId, 'training');
  if (!record.ok) return record;
  const { values } = record.value;
  const status = textIn(values.one('status'), 'status');
  if (status === 'planned' || status === 'cancelled') return err(refusal('training/not-begun', {}));
  const named = [
    ...fields.attendance.flatMap(({ rows }) => rows.map(({ participant }) => participant)),
    ...fields.tests.map(({ participant }) => participant),
    ...fields.left,
  ];
  const people = checkParticipants(values, named);
  if (!people.ok) return people;
  const days = readDays(values);
  const known = new Set(days.map(({ id }) => id));
  if (fields.attendance.some(({ day }) => !known.has(day))) return err(refusal('training/unknown-day', {}));
  const earned = checkEarned(values, days, fields.attendance);
  if (!earned.ok) return earned;
  const groups = changedGroups(values, resultsToGroups(fields), resultSets);
  if (groups.length > 0) {
    const written = context.write({ record: trainingId, at: 'training', kind: 'training.attended', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: trainingId, changedGroups: groups.map(({ group }) => group) });
};
