import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { forumSets, forumToGroups } from './forum-groups.ts';
import { checkSite } from './serving-site.ts';

export const editForum: Handler<'forums.edit'> = async (context, { forumId, fields, heads }) => {
  const record = await openForChange(context, forumId, 'forum');
  if (!record.ok) return record;
  const { values } = record.value;
  if (turnsTo(fields.status, textIn(values.one('status'), 'status'))) return err(refusal('forum/status-by-act', {}));
  const site = await checkSite(context, fields, values);
  if (!site.ok) return site;
  const groups = changedGroups(values, forumToGroups(fields, values), forumSets);
  if (groups.length > 0) {
    const written = context.write({ record: forumId, at: 'forum', kind: 'forum.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: forumId, changedGroups: groups.map(({ group }) => group) });
};

/** An edit that would end a forum or let it begin again. */
const turnsTo = (wanted: string, current: string): boolean =>
  wanted !== current && (isForumEnded(wanted) || isForumEnded(current));
