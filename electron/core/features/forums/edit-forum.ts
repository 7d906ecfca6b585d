import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { ok } from '#shared/lib/result.ts';
import { forumSets, forumToGroups } from './forum-groups.ts';

export const editForum: Handler<'forums.edit'> = async (context, { forumId, fields, heads }) => {
  const record = await openForChange(context, forumId, 'forum');
  if (!record.ok) return record;
  const groups = changedGroups(record.value.values, forumToGroups(fields), forumSets);
  if (groups.length > 0) {
    const written = context.write({ record: forumId, at: 'forum', kind: 'forum.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: forumId, changedGroups: groups.map(({ group }) => group) });
};
