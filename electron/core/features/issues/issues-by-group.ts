import type { Kysely } from 'kysely';
import { uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { isSettledIssue, isUnheard } from '#shared/domain/issue-rules.ts';
import { answers, timesRaised } from './issues-store.ts';

type Count = { group: string; total: number; open: number; unheard: number; resolved: number };

/** Counts of the issues of one forum or of all, by the group of their code; most first. */
export async function issuesByGroup(
  db: Kysely<Tables>,
  { forumId, unheardFrom }: { readonly forumId: string | null; readonly unheardFrom: number },
  factsOf: (code: string) => { readonly group: string },
) {
  const rows = await db
    .selectFrom('issue')
    .innerJoin('record', 'record.id', 'issue.id')
    .select(['issue.code', 'issue.status', 'issue.raised_by'])
    .select((eb) => [timesRaised(eb).as('times'), answers(eb).as('answers')])
    .where('record.voided', '=', 0)
    .$if(forumId !== null, (select) => select.where('issue.forum', '=', uuidToBytes(forumId ?? '')))
    .execute();
  const groups = new Map<string, Count>();
  const women = { raised: 0, answered: 0 };
  for (const row of rows) {
    const { group } = factsOf(row.code);
    const count = groups.get(group) ?? { group, total: 0, open: 0, unheard: 0, resolved: 0 };
    groups.set(group, count);
    const actions = row.answers ?? 0;
    count.total += 1;
    if (!isSettledIssue(row.status)) count.open += 1;
    if (isUnheard({ status: row.status, times: row.times ?? 0, actions }, unheardFrom)) count.unheard += 1;
    if (row.status === 'resolved') count.resolved += 1;
    if (row.raised_by !== 'female') continue;
    women.raised += 1;
    if (actions > 0) women.answered += 1;
  }
  return { groups: [...groups.values()].toSorted((a, b) => b.total - a.total), women };
}
