import type { Handler } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { isSensitiveIssue } from '#core/features/reference/code-lists.ts';
import { ok } from '#shared/lib/result.ts';
import { issueToGroups } from './issue-groups.ts';

export const editIssue: Handler<'issues.edit'> = async (context, { issueId, fields, heads }) => {
  const record = await openForChange(context, issueId, 'issue');
  if (!record.ok) return record;
  const { values } = record.value;
  const forum = textIn(values.one('origin'), 'forum');
  const isSensitive = isSensitiveIssue(context.services.ports)(fields.issue);
  const groups = changedGroups(values, issueToGroups(fields, { forum, isSensitive, before: values }), []);
  if (groups.length > 0) {
    const written = context.write({ record: issueId, at: 'issue', kind: 'issue.edited', groups, heads });
    if (!written.ok) return written;
  }
  return ok({ id: issueId, changedGroups: groups.map(({ group }) => group) });
};
