import type { Handler, HomeContext } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { mappingToGroups } from './mapping-groups.ts';

export const createMapping: Handler<'mappings.create'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await checkForum(context, fields.forumId);
  if (!forum.ok) return forum;
  const id = context.services.ports.newId();
  const groups = newGroups(mappingToGroups(fields));
  createdBy(context.write({ record: id, at: 'mapping', kind: 'mapping.recorded', creates: true, groups }));
  return ok({ id });
};

/** A session may belong to a forum of this office, which must not be void. */
export async function checkForum(
  context: HomeContext,
  forumId: string | null,
): Promise<Result<null, AppError<'record/not-found' | 'record/voided' | 'record/offered-away'>>> {
  if (forumId === null) return ok(null);
  const forum = await openForChange(context, forumId, 'forum');
  if (!forum.ok) return forum;
  return forum.value.mine ? ok(null) : err(refusal('record/not-found', {}));
}
