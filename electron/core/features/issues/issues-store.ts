import type { ExpressionBuilder, Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { SETTLED_ISSUE_STATUSES, WAITING_ISSUE_STATUSES } from '#shared/domain/issue-rules.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';

type Filter = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly forumId: string | null;
  readonly plan: string | null;
  readonly show: 'all' | 'open' | 'settled' | 'unheard';
  /** Raised in so many meetings without an action, it counts as unheard. */
  readonly unheardFrom: number;
  /** Codes of the chosen group; null for any. */
  readonly codes: readonly string[] | null;
  /** Codes whose words are what was typed. */
  readonly saying: readonly string[];
};

/** One page of the issues this person may see, latest first. */
export async function listIssues(db: Kysely<Tables>, filter: Filter) {
  const { offset, limit, forumId, plan, show, codes, unheardFrom } = filter;
  const query = searchQuery(filter.search);
  const found = db
    .selectFrom('record')
    .innerJoin('issue', 'issue.id', 'record.id')
    .leftJoin('forum', 'forum.id', 'issue.forum')
    .where('record.at', '=', 'issue')
    .$if(query !== null, (select) =>
      select.where((eb) => eb.or([matchesSearch(eb, query ?? ''), eb('issue.code', 'in', filter.saying)])),
    )
    .$if(forumId !== null, (select) => select.where('issue.forum', '=', uuidToBytes(forumId ?? '')))
    .$if(plan !== null, (select) => select.where('issue.plan', '=', plan ?? ''))
    .$if(codes !== null, (select) => select.where('issue.code', 'in', codes ?? []))
    .$if(show === 'settled', (select) => select.where('issue.status', 'in', SETTLED_ISSUE_STATUSES))
    .$if(show === 'open', (select) =>
      select.where('issue.status', 'not in', SETTLED_ISSUE_STATUSES).where('record.voided', '=', 0),
    )
    .$if(show === 'unheard', (select) =>
      select
        .where('record.voided', '=', 0)
        .where('issue.status', 'in', WAITING_ISSUE_STATUSES)
        .where((eb) => eb('issue.ref', 'in', raisedOften(eb, unheardFrom)))
        .where((eb) => eb('issue.ref', 'not in', answered(eb))),
    );
  const [rows, count] = await Promise.all([
    found
      .selectAll('issue')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated', 'forum.name as forumName'])
      .select((eb) => [timesRaised(eb).as('times'), lastRaised(eb).as('last'), answers(eb).as('answers')])
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: count.n,
    rows: rows.map((row) => ({
      id: bytesToUuid(row.id),
      issue: row.code,
      other: row.other,
      spot: row.spot,
      place: row.place,
      time: row.time,
      status: row.status,
      raisedOn: row.raised,
      raisedBy: row.raised_by,
      forumId: row.forumName === null ? null : bytesToUuid(row.forum),
      forumName: row.forumName ?? '',
      times: row.times ?? 0,
      lastRaised: row.last,
      actions: row.answers ?? 0,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}

type OfIssue = ExpressionBuilder<Tables, 'issue'>;

/** Meetings that were held, are not void, and have the issue among what was raised. */
const heldMeetings = (eb: OfIssue) =>
  eb
    .selectFrom('meeting_issue as raised_in')
    .innerJoin('meeting as held', 'held.id', 'raised_in.meeting')
    .innerJoin('record as of_held', 'of_held.id', 'held.id')
    .whereRef('raised_in.record', '=', 'issue.ref')
    .where('held.status', 'in', HELD_MEETING_STATUSES)
    .where('of_held.voided', '=', 0);

export const timesRaised = (eb: OfIssue) =>
  heldMeetings(eb).select((of) => of.fn.count<number>('held.id').distinct().as('n'));
const lastRaised = (eb: OfIssue) => heldMeetings(eb).select((of) => of.fn.max('held.date').as('last'));

/** All that were raised so often, found at once: one by one they would be counted for every issue there is. */
const raisedOften = (eb: OfIssue, times: number) =>
  eb
    .selectFrom('meeting_issue as often')
    .innerJoin('meeting as held', 'held.id', 'often.meeting')
    .innerJoin('record as of_held', 'of_held.id', 'held.id')
    .where('held.status', 'in', HELD_MEETING_STATUSES)
    .where('of_held.voided', '=', 0)
    .groupBy('often.record')
    .having((of) => of.fn.count('held.id').distinct(), '>=', times)
    .select('often.record');

const answered = (eb: OfIssue) =>
  eb
    .selectFrom('meeting_action as done')
    .innerJoin('record as of_done', 'of_done.id', 'done.meeting')
    .where('done.issue', '<>', '')
    .where('done.status', '<>', 'dropped')
    .where('of_done.voided', '=', 0)
    .select('done.issue');

/** Actions of minutes that are not void, dropped ones left out. */
export const answers = (eb: OfIssue) =>
  eb
    .selectFrom('meeting_action as answer')
    .innerJoin('record as of_answer', 'of_answer.id', 'answer.meeting')
    .whereRef('answer.issue', '=', 'issue.ref')
    .where('answer.status', '<>', 'dropped')
    .where('of_answer.voided', '=', 0)
    .select((of) => of.fn.countAll<number>().as('n'));

/** Newest first. */
export async function meetingsRaising(db: Kysely<Tables>, issueId: string) {
  const rows = await db
    .selectFrom('meeting_issue')
    .innerJoin('meeting', 'meeting.id', 'meeting_issue.meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.id', 'meeting.number', 'meeting.year', 'meeting.date', 'meeting.type'])
    .distinct()
    .where('meeting_issue.record', '=', issueId)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('record.voided', '=', 0)
    .orderBy('meeting.date', 'desc')
    .orderBy('meeting.id')
    .execute();
  return rows.map(({ id, ...row }) => ({ meetingId: bytesToUuid(id), ...row }));
}

export async function actionsAnswering(db: Kysely<Tables>, issueId: string): Promise<number> {
  const row = await db
    .selectFrom('meeting_action')
    .innerJoin('record', 'record.id', 'meeting_action.meeting')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('meeting_action.issue', '=', issueId)
    .where('meeting_action.status', '<>', 'dropped')
    .where('record.voided', '=', 0)
    .executeTakeFirstOrThrow();
  return row.n;
}
