import type { HandlersOf } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import { forumNameOf } from '#core/features/forums/forum-name.ts';
import { frameOf, openRecord } from '#core/features/records/read-record.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { isUnheard } from '#shared/domain/issue-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createIssue } from './create-issue.ts';
import { editIssue } from './edit-issue.ts';
import { codesInGroup, codesSaying, factsOfIssue } from './issue-codes.ts';
import { groupsToIssue } from './issue-groups.ts';
import { issuesByGroup } from './issues-by-group.ts';
import { actionsAnswering, listIssues, meetingsRaising } from './issues-store.ts';

export const issueHandlers: HandlersOf<'issues'> = {
  'issues.list': async (context, { group, today, ...input }) => {
    const { ports } = context.services;
    const codes = group === null ? null : codesInGroup(ports, group);
    const { issueUnheardFrom: unheardFrom } = await rulesInForce(context, today);
    const saying = codesSaying(ports, input.search);
    const { rows, total } = await listIssues(context.db, { ...input, codes, saying, unheardFrom });
    const factsOf = factsOfIssue(ports);
    const named = rows.map(({ owner, ...row }) => ({
      ...row,
      ...factsOf(row.issue),
      unheard: isUnheard(row, unheardFrom),
      ownerName: context.home.rosters.nodeName(owner),
    }));
    return ok({ rows: named, total });
  },
  'issues.get': async (context, { issueId, today }) => {
    const record = await openRecord(context, issueId, 'issue');
    if (!record) return err(refusal('record/not-found', {}));
    const issue = groupsToIssue(record.values);
    const forumId = textIn(record.values.one('origin'), 'forum');
    const forumName = await forumNameOf(context.db, forumId);
    const raised = await meetingsRaising(context.db, issueId);
    const counts = { times: raised.length, actions: await actionsAnswering(context.db, issueId) };
    const { issueUnheardFrom } = await rulesInForce(context, today);
    return ok({
      ...(await frameOf(context, record)),
      ...issue,
      ...factsOfIssue(context.services.ports)(issue.issue),
      forumId: forumName === null ? null : forumId,
      forumName: forumName ?? '',
      raised,
      ...counts,
      unheard: isUnheard({ status: issue.status, ...counts }, issueUnheardFrom),
    });
  },
  'issues.byGroup': async (context, { forumId, today }) => {
    const { issueUnheardFrom: unheardFrom } = await rulesInForce(context, today);
    return ok(await issuesByGroup(context.db, { forumId, unheardFrom }, factsOfIssue(context.services.ports)));
  },
  'issues.create': createIssue,
  'issues.edit': editIssue,
};
