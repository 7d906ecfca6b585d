import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { ok } from '#shared/lib/result.ts';
import { checkForum } from './training-checks.ts';
import { courseToGroups } from './training-groups.ts';

export const createTraining: Handler<'trainings.create'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await checkForum(context, fields.forum, null);
  if (!forum.ok) return forum;
  const id = context.services.ports.newId();
  const groups = newGroups(courseToGroups(fields, null));
  createdBy(context.write({ record: id, at: 'training', kind: 'training.created', creates: true, groups }));
  return ok({ id });
};
