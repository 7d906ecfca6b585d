import { type Kysely, sql } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { ENDED_ACTION_STATUSES, IN_FORCE_STATUSES } from '#shared/domain/plan-status.ts';

type Filter = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly forumId: string | null;
  readonly today: string;
  readonly inForce: boolean;
};

/** One page of the plans this person may see, of one forum or of all, those that began last first. */
export async function listPlans(db: Kysely<Tables>, { search, offset, limit, forumId, today, inForce }: Filter) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('plan', 'plan.id', 'record.id')
    .leftJoin('forum', 'forum.id', 'plan.forum')
    .where('record.at', '=', 'plan')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')))
    .$if(forumId !== null, (select) => select.where('plan.forum', '=', uuidToBytes(forumId ?? '')))
    .$if(inForce, (select) => select.where('plan.status', 'in', IN_FORCE_STATUSES));
  const [page, count] = await Promise.all([
    found
      .selectAll('plan')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated', 'forum.name as forumName'])
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  const ids = page.map(({ id }) => id);
  const [problems, actions] = await Promise.all([countProblems(db, ids), countActions(db, ids, today)]);
  const rows = page.map((row) => {
    const id = bytesToUuid(row.id);
    return {
      id,
      forumId: bytesToUuid(row.forum),
      forumName: row.forumName ?? '',
      number: row.number,
      year: row.year,
      title: row.title,
      status: row.status,
      startsOn: row.starts,
      endsOn: row.ends,
      endorsedOn: row.endorsed,
      reviewedOn: row.reviewed,
      problems: problems.get(id) ?? 0,
      ...(actions.get(id) ?? { actions: 0, done: 0, late: 0 }),
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    };
  });
  return { rows, total: count.n };
}

async function countProblems(db: Kysely<Tables>, plans: readonly Uint8Array[]): Promise<ReadonlyMap<string, number>> {
  if (plans.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan_problem')
    .select((eb) => ['plan', eb.fn.countAll<number>().as('n')])
    .where('plan', 'in', plans)
    .groupBy('plan')
    .execute();
  return new Map(rows.map(({ plan, n }) => [bytesToUuid(plan), n]));
}

type ActionCounts = { readonly actions: number; readonly done: number; readonly late: number };

async function countActions(
  db: Kysely<Tables>,
  plans: readonly Uint8Array[],
  today: string,
): Promise<ReadonlyMap<string, ActionCounts>> {
  if (plans.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan_action')
    .select((eb) => ['plan', eb.fn.countAll<number>().as('actions')])
    .select(sql<number>`sum(status = 'completed')`.as('done'))
    .select(sql<number>`sum(status NOT IN (${sql.join(ENDED_ACTION_STATUSES)}) AND due < ${today})`.as('late'))
    .where('plan', 'in', plans)
    .groupBy('plan')
    .execute();
  return new Map(rows.map(({ plan, ...counts }) => [bytesToUuid(plan), counts]));
}

/** The next free number of a forum in a year: the office numbers the plans of its forums. */
export async function nextPlanNumber(db: Kysely<Tables>, forumId: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('plan')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('forum', '=', uuidToBytes(forumId))
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Plans of a forum that are in force, less one. */
export async function plansInForce(db: Kysely<Tables>, forumId: string, except: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('record', 'record.id', 'plan.id')
    .select('plan.id')
    .where('plan.forum', '=', uuidToBytes(forumId))
    .where('plan.status', 'in', IN_FORCE_STATUSES)
    .where('record.voided', '=', 0)
    .where('plan.id', '<>', uuidToBytes(except))
    .execute();
  return rows.map(({ id }) => bytesToUuid(id));
}
