import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { issueToGroups } from './issue-groups.ts';

export const createIssue: Handler<'issues.create'> = async (context, { forumId, fields }) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await openForChange(context, forumId, 'forum');
  if (!forum.ok) return forum;
  // As with meetings: an issue is recorded where its forum is owned.
  if (!forum.value.mine) return err(refusal('record/not-found', {}));
  const id = context.services.ports.newId();
  const isSensitive = isSensitiveIssue(context.services.ports)(fields.issue);
  const groups = newGroups(issueToGroups(fields, { forum: forumId, isSensitive, before: null }));
  createdBy(context.write({ record: id, at: 'issue', kind: 'issue.recorded', creates: true, groups }));
  return ok({ id });
};
