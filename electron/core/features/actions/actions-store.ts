import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { forumsFound, searchQuery } from '#core/features/records/page.ts';
import { ENDED_ACTION_STATUSES, RUNNING_ACTION_STATUSES } from '#shared/domain/action-rules.ts';
import { fold } from '#shared/text/fold.ts';

export type ActionFilter = {
  readonly search: string;
  readonly today: string;
  readonly show: 'all' | 'open' | 'running' | 'late' | 'escalated' | 'done';
  /** Due before this day it is escalated. */
  readonly escalatedBefore: string;
  readonly forumId: string | null;
  readonly office: string | null;
  readonly issueId: string | null;
  readonly plan: string | null;
  readonly before: string | null;
};

/** One page of the actions this person may see: what is late longest first; of what is done the latest first. */
export async function listActions(db: Kysely<Tables>, filter: ActionFilter & { offset: number; limit: number }) {
  const found = actionsFound(db, filter);
  const [rows, count] = await Promise.all([
    selectRow(found)
      .$if(filter.show === 'done', (select) => select.orderBy('meeting_action.told', 'desc'))
      .orderBy('meeting_action.due', filter.show === 'all' ? 'desc' : 'asc')
      .orderBy('meeting_action.meeting')
      .orderBy('meeting_action.element')
      .offset(filter.offset)
      .limit(filter.limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(rowToAction), total: count.n };
}

/** Null where there is none, or this person may not see it; that of a void meeting is one still. */
export async function getAction(db: Kysely<Tables>, actionId: string) {
  const row = await selectRow(actionTables(db))
    .where('meeting_action.element', '=', actionId)
    .orderBy('meeting_action.meeting')
    .executeTakeFirst();
  return row ? rowToAction(row) : null;
}

/**
 * Those of these actions that may tell of a sensitive matter. What an action that answers no issue is about is not
 * known, so whatever was raised in its meeting counts.
 */
export async function sensitiveAmong(
  db: Kysely<Tables>,
  actionIds: readonly string[],
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('meeting_action as action')
    .select('action.element')
    .where('action.element', 'in', actionIds)
    .where((eb) => {
      const answered = eb.selectFrom('issue').select('issue.ref').where('issue.code', 'in', codes);
      const beside = eb.selectFrom('meeting_issue').select('meeting_issue.meeting').where('issue', 'in', codes);
      return eb.or([
        eb('action.issue', 'in', answered),
        eb.and([eb('action.issue', '=', ''), eb('action.meeting', 'in', beside)]),
      ]);
    })
    .execute();
  return new Set(rows.map(({ element }) => element));
}

const actionTables = (db: Kysely<Tables>) =>
  db
    .selectFrom('meeting_action')
    .innerJoin('record', 'record.id', 'meeting_action.meeting')
    .innerJoin('meeting', 'meeting.id', 'meeting_action.meeting')
    .leftJoin('forum', 'forum.id', 'meeting.forum');

function actionsFound(db: Kysely<Tables>, filter: ActionFilter) {
  const { forumId, office, issueId, plan, before, today } = filter;
  const words = fold(filter.search).split(' ').filter(Boolean);
  return actionTables(db)
    .where('record.voided', '=', 0)
    .$if(filter.show === 'open' || filter.show === 'running', (select) =>
      select.where('meeting_action.status', 'not in', ENDED_ACTION_STATUSES),
    )
    .$if(filter.show === 'running', (select) =>
      select.where((eb) =>
        eb.or([eb('meeting_action.due', '>=', today), eb('meeting_action.status', 'not in', RUNNING_ACTION_STATUSES)]),
      ),
    )
    .$if(filter.show === 'done', (select) => select.where('meeting_action.status', '=', 'done'))
    .$if(filter.show === 'late' || filter.show === 'escalated', (select) =>
      select
        .where('meeting_action.status', 'in', RUNNING_ACTION_STATUSES)
        .where('meeting_action.due', '<', filter.show === 'late' ? today : filter.escalatedBefore),
    )
    .$if(forumId !== null, (select) => select.where('meeting.forum', '=', uuidToBytes(forumId ?? '')))
    .$if(office !== null, (select) => select.where('record.owner', '=', office ?? ''))
    .$if(issueId !== null, (select) => select.where('meeting_action.issue', '=', issueId ?? ''))
    .$if(plan !== null, (select) => select.where('meeting_action.plan', '=', plan ?? ''))
    .$if(before !== null, (select) => select.where('meeting.date', '<', before ?? ''))
    .where((eb) => eb.and(words.map((word) => says(eb, word))));
}

/** In the action itself or in the name of its forum. */
const says = (eb: ExpressionBuilder<Tables, 'record' | 'meeting' | 'meeting_action'>, word: string) =>
  eb.or([
    sql<boolean>`instr(${eb.ref('meeting_action.fold')}, ${word}) > 0`,
    eb('meeting.forum', 'in', forumsFound(eb, searchQuery(word) ?? '')),
  ]);

const selectRow = (from: ReturnType<typeof actionTables>) =>
  from
    .selectAll('meeting_action')
    .select([
      'record.owner',
      'meeting.number',
      'meeting.year',
      'meeting.date',
      'meeting.forum',
      'forum.name as forumName',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;

const rowToAction = (row: Row) => ({
  meetingId: bytesToUuid(row.meeting),
  actionId: row.element,
  number: row.number,
  year: row.year,
  meetingDate: row.date,
  forumId: row.forumName === null ? null : bytesToUuid(row.forum),
  forumName: row.forumName ?? '',
  what: row.what,
  responsible: row.responsible,
  due: row.due,
  status: row.status,
  told: row.told === '' ? null : row.told,
  since: row.since === '' ? null : row.since,
  note: row.note,
  issue: row.issue === '' ? null : row.issue,
  plan: row.plan === '' ? null : row.plan,
  owner: row.owner,
});
