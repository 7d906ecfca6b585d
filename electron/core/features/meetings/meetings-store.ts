import type { Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { forumsFound, matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { ENDED_ACTION_STATUSES } from '#shared/domain/action-rules.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';

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
      select.where((eb) =>
        eb.or([matchesSearch(eb, query ?? ''), eb('meeting.forum', 'in', forumsFound(eb, query ?? ''))]),
      ),
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
      women: row.women,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}

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

/** Meetings of those days that are not void, by day and time. At most 500: more than any month holds. */
export async function meetingsBetween(db: Kysely<Tables>, from: string, to: string, forumId: string | null) {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .leftJoin('forum', 'forum.id', 'meeting.forum')
    .select(['meeting.id', 'meeting.forum', 'meeting.number', 'meeting.year', 'meeting.type', 'meeting.status'])
    .select(['meeting.date', 'meeting.start', 'forum.name as forumName'])
    .where('meeting.date', '>=', from)
    .where('meeting.date', '<=', to)
    .where('record.voided', '=', 0)
    .$if(forumId !== null, (select) => select.where('meeting.forum', '=', uuidToBytes(forumId ?? '')))
    .orderBy('meeting.date')
    .orderBy('meeting.start')
    .orderBy('meeting.id')
    .limit(500)
    .execute();
  return rows.map(({ id, forum, forumName, start, ...row }) => ({
    ...row,
    id: bytesToUuid(id),
    forumId: bytesToUuid(forum),
    forumName: forumName ?? '',
    startTime: start,
  }));
}

/** `before`: the day up to which meetings count, or null; `without`: a meeting that does not. */
type Earlier = { readonly before: string | null; readonly without: string | null };

/** The forum's last meeting that took place. */
export async function lastMeetingHeld(db: Kysely<Tables>, forumId: string, earlier: Earlier): Promise<string | null> {
  const row = await ofForum(db, forumId, earlier)
    .select('meeting.id')
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .orderBy('meeting.date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? bytesToUuid(row.id) : null;
}

/** What earlier meetings of a forum left to be done, by due date. */
export async function openActionsOf(db: Kysely<Tables>, forumId: string, earlier: Earlier) {
  const rows = await ofForum(db, forumId, earlier)
    .innerJoin('meeting_action as a', 'a.meeting', 'meeting.id')
    .select(['meeting.id', 'meeting.number', 'meeting.year'])
    .select(['a.element', 'a.what', 'a.responsible', 'a.due', 'a.status', 'a.note'])
    .where('a.status', 'not in', ENDED_ACTION_STATUSES)
    .orderBy('a.due')
    .orderBy('a.element')
    .limit(200)
    .execute();
  return rows.map(({ id, element, ...row }) => ({ ...row, action: element, meeting: bytesToUuid(id) }));
}

const ofForum = (db: Kysely<Tables>, forumId: string, { before, without }: Earlier) =>
  db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .where('meeting.forum', '=', uuidToBytes(forumId))
    .where('record.voided', '=', 0)
    .$if(before !== null, (select) => select.where('meeting.date', '<=', before ?? ''))
    .$if(without !== null, (select) => select.where('meeting.id', '!=', uuidToBytes(without ?? '')));
