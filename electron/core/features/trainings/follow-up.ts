import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { checkParticipants } from './training-checks.ts';
import { followUpSets, followUpToGroups } from './training-groups.ts';

export const followUp: Handler<'trainings.followUp'> = async (context, { trainingId, fields, heads }) => {
  const record = await openForChange(context, trainingId, 'training');
  if (!record.ok) return record;
  const { values } = record.value;
  if (textIn(values.one('status'), 'status') !== 'held') return err(refusal('training/not-held', {}));
  const people = checkParticipants(
    values,
    fields.answers.map(({ participant }) => participant),
  );
  if (!people.ok) return people;
  const groups = changedGroups(values, followUpToGroups(fields, values), followUpSets);
  if (groups.length > 0) {
    const written = context.write({ record: trainingId, at: 'training', kind: 'training.followed_up', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: trainingId, changedGroups: groups.map(({ group }) => group) });
};
