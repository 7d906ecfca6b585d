import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { forumToGroups } from './forum-groups.ts';
import { checkSite } from './serving-site.ts';

export const createForum: Handler<'forums.create'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  if (isForumEnded(fields.status)) return err(refusal('forum/status-by-act', {}));
  const site = await checkSite(context, fields);
  if (!site.ok) return site;
  const id = context.services.ports.newId();
  const groups = newGroups(forumToGroups(fields));
  createdBy(context.write({ record: id, at: 'forum', kind: 'forum.created', creates: true, groups }));
  return ok({ id });
};
