/** @file How the actions due in a period were kept, counted by forum, by office and by the body responsible. */
import { type Kysely, sql } from 'kysely';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { PROMISE_STATES, type PromiseState, promiseState } from '#shared/domain/action-rules.ts';

type Period = {
  readonly today: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly forumId: string | null;
};

export type PromiseCounts = { made: number } & Record<PromiseState, number>;

type Told = {
  readonly forum: Uint8Array;
  readonly forumName: string | null;
  readonly owner: string | null;
  readonly responsible: string;
  readonly status: string;
  readonly past: number;
  readonly after: number;
  readonly n: number;
};

export async function countPromises(db: Kysely<Tables>, period: Period) {
  const rows = await countedRows(db, period);
  const total = noPromises();
  const forums = new Map<string, PromiseCounts & { forumId: string | null; forumName: string }>();
  const offices = new Map<string, PromiseCounts & { owner: string | null }>();
  const bodies = new Map<string, PromiseCounts & { responsible: string }>();
  for (const row of rows) {
    const { forumName, owner, responsible } = row;
    const forum = row.forum.length === 16 ? bytesToUuid(row.forum) : '';
    const known = { forumId: forumName === null ? null : forum, forumName: forumName ?? '' };
    const counts = [
      total,
      entryOf(forums, known.forumId ?? '', known),
      entryOf(offices, owner ?? '', { owner }),
      entryOf(bodies, responsible, { responsible }),
    ];
    for (const count of counts) add(count, stateOf(row), row.n);
  }
  const most = <C extends PromiseCounts>(of: ReadonlyMap<string, C>) =>
    [...of.values()].toSorted((a, b) => b.late - a.late || b.made - a.made);
  return { total, forums: most(forums), offices: most(offices), bodies: most(bodies) };
}

const noPromises = (): PromiseCounts => ({
  made: 0,
  ...(Object.fromEntries(PROMISE_STATES.map((state) => [state, 0])) as Record<PromiseState, number>),
});

function add(counts: PromiseCounts, state: PromiseState, n: number): void {
  counts.made += n;
  counts[state] += n;
}

function entryOf<T extends object>(of: Map<string, PromiseCounts & T>, key: string, named: T): PromiseCounts & T {
  const found = of.get(key) ?? { ...noPromises(), ...named };
  of.set(key, found);
  return found;
}

const stateOf = ({ status, past, after }: Told): PromiseState =>
  promiseState({ status, pastDue: past === 1, afterDue: after === 1 });

function countedRows(db: Kysely<Tables>, { today, from, to, forumId }: Period): Promise<Told[]> {
  return db
    .selectFrom('meeting_action as a')
    .innerJoin('record', 'record.id', 'a.meeting')
    .innerJoin('meeting', 'meeting.id', 'a.meeting')
    .leftJoin('forum', 'forum.id', 'meeting.forum')
    .where('record.voided', '=', 0)
    .$if(from !== null, (select) => select.where('a.due', '>=', from ?? ''))
    .$if(to !== null, (select) => select.where('a.due', '<=', to ?? ''))
    .$if(forumId !== null, (select) => select.where('meeting.forum', '=', uuidToBytes(forumId ?? '')))
    .select((eb) => [
      'meeting.forum',
      'forum.name as forumName',
      'record.owner',
      'a.responsible',
      'a.status',
      sql<number>`${eb.ref('a.due')} < ${today}`.as('past'),
      sql<number>`${eb.ref('a.since')} > ${eb.ref('a.due')}`.as('after'),
      eb.fn.countAll<number>().as('n'),
    ])
    .groupBy(['meeting.forum', 'forum.name', 'record.owner', 'a.responsible', 'a.status', 'past', 'after'])
    .execute();
}
