import type { Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import { type RecordValues, toRecordValues } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';
import { forumsFound, matchesSearch, searchQuery } from '#core/features/records/page.ts';

/** One page of the sessions this person may see, of one forum or of all, newest first. */
export async function listMappings(
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
    .innerJoin('mapping', 'mapping.id', 'record.id')
    .leftJoin('forum', 'forum.id', 'mapping.forum')
    .where('record.at', '=', 'mapping')
    .$if(query !== null, (select) =>
      select.where((eb) =>
        eb.or([matchesSearch(eb, query ?? ''), eb('mapping.forum', 'in', forumsFound(eb, query ?? ''))]),
      ),
    )
    .$if(forumId !== null, (select) => select.where('mapping.forum', '=', uuidToBytes(forumId ?? '')));
  const [rows, count] = await Promise.all([
    found
      .selectAll('mapping')
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
      forumName: row.forumName ?? '',
      place: row.place,
      date: row.date,
      group: row.people,
      round: row.round,
      closedOn: row.closed,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}

type ReadSession = { readonly round: number; readonly date: string; readonly values: RecordValues };

/** The sessions of a place, or of one forum, that are not void: newest round first, in the order of their days. */
export async function sessionsOf(
  db: Kysely<Tables>,
  { place, forumId }: { readonly place: string; readonly forumId: string | null },
): Promise<readonly ReadSession[]> {
  const rows = await db
    .selectFrom('mapping')
    .innerJoin('record', 'record.id', 'mapping.id')
    .select(['mapping.id', 'mapping.round', 'mapping.date'])
    .where('record.voided', '=', 0)
    .$if(forumId === null, (select) => select.where('mapping.place', '=', place))
    .$if(forumId !== null, (select) => select.where('mapping.forum', '=', uuidToBytes(forumId ?? '')))
    .orderBy('mapping.round', 'desc')
    .orderBy('mapping.date')
    .orderBy('mapping.id')
    .execute();
  const values = await db
    .selectFrom('val')
    .select(['agg', 'grp', 'at', 'state', 'v', 'heads'])
    .where(
      'agg',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('agg')
    .orderBy('grp')
    .execute();
  const byRecord = Map.groupBy(values, ({ agg }) => bytesToUuid(agg));
  return rows.map(({ id, ...row }) => ({ ...row, values: toRecordValues(byRecord.get(bytesToUuid(id)) ?? []) }));
}
