import type { Handler, HomeContext } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import type { OpenRecord } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { checkForum } from './create-mapping.ts';
import { closedOn, mappingSets, mappingToGroups, sessionOf } from './mapping-groups.ts';

export const editMapping: Handler<'mappings.edit'> = async (context, { mappingId, fields, heads }) => {
  const record = await openOwn(context, mappingId);
  if (!record.ok) return record;
  const { values } = record.value;
  if (closedOn(values) !== null) return err(refusal('mapping/closed', {}));
  // A forum that was made void since keeps its sessions.
  if (fields.forumId !== sessionOf(values).forumId) {
    const forum = await checkForum(context, fields.forumId);
    if (!forum.ok) return forum;
  }
  const groups = changedGroups(values, mappingToGroups(fields), mappingSets);
  if (groups.length > 0) {
    const written = context.write({ record: mappingId, at: 'mapping', kind: 'mapping.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: mappingId, changedGroups: groups.map(({ group }) => group) });
};

/** Nobody above corrects a session: what was answered is not there to be corrected. */
export async function openOwn(
  context: HomeContext,
  mappingId: string,
): Promise<
  Result<OpenRecord, AppError<'record/not-found' | 'record/voided' | 'record/not-yours' | 'record/offered-away'>>
> {
  const record = await openForChange(context, mappingId, 'mapping');
  if (!record.ok) return record;
  return record.value.mine ? record : err(refusal('record/not-yours', {}));
}
