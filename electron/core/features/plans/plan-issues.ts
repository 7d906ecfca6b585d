/** @file Issues that a plan's problems were made from learn of it in the same act: nobody tells it twice. */
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { GroupChange, WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { headsOf, isNewer, type OpenRecord } from '#core/features/records/read-record.ts';
import { isSettledIssue } from '#shared/domain/issue-rules.ts';
import { ok, type Result } from '#shared/lib/result.ts';

type Problem = { readonly id: string; readonly issues: readonly string[] };

/** Each issue names the plan and the problem that it became. */
export async function linkIssues(
  context: HomeContext,
  planId: string,
  problems: readonly Problem[],
): Promise<Result<null, WriteFault>> {
  return eachIssue(context, problems, ({ values }, problem) => {
    const link = values.one('plan');
    const isLinked = nullableTextIn(link, 'plan') === planId && nullableTextIn(link, 'problem') === problem;
    return isLinked ? [] : [{ group: 'plan', value: { ...link, plan: planId, problem } }];
  });
}

/** Once the plan is endorsed its issues stand in it, unless they were settled before. */
export async function includeIssues(
  context: HomeContext,
  problems: readonly Problem[],
): Promise<Result<null, WriteFault>> {
  return eachIssue(context, problems, ({ values }) => {
    const before = values.one('status');
    const status = textIn(before, 'status');
    if (status === 'in_ssp' || isSettledIssue(status)) return [];
    return [{ group: 'status', value: { on: null, step: null, ...before, status: 'in_ssp' } }];
  });
}

/** Of this office alone; one that is gone, void, or known whole to a newer program only is left as it is. */
async function eachIssue(
  context: HomeContext,
  problems: readonly Problem[],
  groupsOf: (issue: OpenRecord, problem: string) => readonly GroupChange[],
): Promise<Result<null, WriteFault>> {
  for (const { id: problem, issues } of problems) {
    for (const issue of issues) {
      const record = await openForChange(context, issue, 'issue');
      if (!record.ok || !record.value.mine || (await isNewer(context, issue))) continue;
      const groups = groupsOf(record.value, problem);
      if (groups.length === 0) continue;
      // Nobody had a form of it open: whatever stands there now is added to.
      const heads = await headsOf(context, issue);
      const written = context.write({ record: issue, at: 'issue', kind: 'issue.edited', groups, heads });
      if (!written.ok) return written;
    }
  }
  return ok(null);
}
