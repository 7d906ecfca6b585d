import type { ExpressionBuilder, Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, rowsFound, searchQuery } from '#core/features/records/page.ts';

/** One page of the meetings this person may see, of one forum or of all, newest first. */
export async function listMeetings(
  db: Kysely<Tables>,
  {
    search,
    offset,
    limit,
    forumId,
  }: { readonly search: string; readonly offset: number; readonly limit: number; readonly forumId: string | null },
) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('meeting', 'meeting.id', 'record.id')
    .leftJoin('forum', 'forum.id', 'meeting.forum')
    .where('record.at', '=', 'meeting')
    .$if(query !== null, (select) =>
      select.where((eb) => eb.or([matchesSearch(eb, query ?? ''), ofForumFound(eb, query ?? '')])),
    )
    .$if(forumId !== null, (select) => select.where('meeting.forum', '=', uuidToBytes(forumId ?? '')));
  const [rows, count] = await Promise.all([
    found
      .selectAll('meeting')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated', 'forum.name as forumName'])
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
      forumId: bytesToUuid(row.forum),
      forumName: row.forumName ?? '',
      number: row.number,
      year: row.year,
      type: row.type,
      status: row.status,
      date: row.date,
      present: row.present,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}

/** A meeting has no name of its own: people look for it by that of its forum. */
const ofForumFound = (eb: ExpressionBuilder<Tables, 'record' | 'meeting'>, query: string) =>
  eb(
    'meeting.forum',
    'in',
    eb
      .selectFrom('record as of_forum')
      .select('of_forum.id')
      .where('of_forum.at', '=', 'forum')
      .where('of_forum.rowid', 'in', rowsFound(eb, query)),
  );

/** The next free number of a forum in a year. One office numbers its forums' meetings, so it needs no one's consent. */
export async function nextMeetingNumber(db: Kysely<Tables>, forumId: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('meeting')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('forum', '=', uuidToBytes(forumId))
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
