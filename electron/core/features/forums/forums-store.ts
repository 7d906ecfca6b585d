import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';

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
  owner: row.owner,
  voided: row.voided === 1,
  conflict: row.conflict === 1 || row.below === 1,
  updatedAt: hlcToMoment(row.updated),
});
