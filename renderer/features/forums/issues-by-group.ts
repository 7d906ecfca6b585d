import { useMemo } from 'react';
import type { ForumDashboard } from '#shared/contract/forums.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

export type IssueGroup = {
  /** Code of `safety_issue_group`; empty for issues that this version does not know. */
  readonly group: string;
  readonly total: number;
  readonly open: number;
};

/** Most raised first. */
export function issuesByGroup(
  issues: ForumDashboard['issues'],
  groupOf: ReadonlyMap<string, string>,
): readonly IssueGroup[] {
  const groups = new Map<string, IssueGroup>();
  for (const { issue, total, open } of issues) {
    const group = groupOf.get(issue) ?? '';
    const before = groups.get(group) ?? { group, total: 0, open: 0 };
    groups.set(group, { group, total: before.total + total, open: before.open + open });
  }
  return [...groups.values()].toSorted((a, b) => b.total - a.total);
}

/** Code of an issue to code of its group. */
export function useIssueGroups(): ReadonlyMap<string, string> {
  const { entries } = useCodeList('safety_issue');
  return useMemo(() => new Map(entries.map(({ code, attributes }) => [code, attributes.group ?? ''])), [entries]);
}
