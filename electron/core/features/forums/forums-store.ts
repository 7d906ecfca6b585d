import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { LIVELY_MEETING_TYPES } from '#shared/domain/forum-status.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';

export type Paging = { readonly search: string; readonly offset: number; readonly limit: number };

/** One page of the forums this person may see, newest first. */
export async function listForums(db: Kysely<Tables>, { search, offset, limit }: Paging) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('forum', 'forum.id', 'record.id')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')));
  const [rows, count] = await Promise.all([
    found
      .selectAll('forum')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('meeting as m')
              .innerJoin('record as r', 'r.id', 'm.id')
              .select('m.id')
              .whereRef('m.forum', '=', 'forum.id')
              .where('r.conflict', '=', 1),
          )
          .as('below'),
      )
      .select((eb) =>
        eb
          .selectFrom('meeting as m')
          .innerJoin('record as r', 'r.id', 'm.id')
          .select(({ fn }) => fn.max('m.date').as('last'))
          .whereRef('m.forum', '=', 'forum.id')
          .where('m.status', 'in', HELD_MEETING_STATUSES)
          .where('m.type', 'in', LIVELY_MEETING_TYPES)
          .where('r.voided', '=', 0)
          .as('last_meeting'),
      )
      .where('record.at', '=', 'forum')
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('record.at', '=', 'forum')
      .executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(rowToForum), total: count.n };
}

const rowToForum = (row: {
  id: Uint8Array;
  name: string;
  place: string;
  status: string;
  founded: string | null;
  members: number;
  women: number;
  men: number;
  leading_women: number;
  term_from: string | null;
  term_until: string | null;
  last_meeting: string | null;
  owner: string | null;
  voided: number;
  conflict: number;
  /** Whether one of its meetings holds a conflict. */
  below: unknown;
  updated: string;
}) => ({
  id: bytesToUuid(row.id),
  name: row.name,
  place: row.place,
  status: row.status,
  foundedOn: row.founded,
  members: row.members,
  women: row.women,
  men: row.men,
  leadingWomen: row.leading_women,
  lastMeeting: row.last_meeting,
  termFrom: row.term_from,
  termUntil: row.term_until,
  owner: row.owner,
  voided: row.voided === 1,
  conflict: row.conflict === 1 || row.below === 1,
  updatedAt: hlcToMoment(row.updated),
});
