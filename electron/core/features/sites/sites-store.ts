import type { Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { OFFICE_KINDS } from '#shared/domain/infrastructure.ts';

type Filter = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly kinds: 'all' | 'offices' | 'works';
};

/** One page of the sites this person may see, those begun last first. */
export async function listSites(db: Kysely<Tables>, { search, offset, limit, kinds }: Filter) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('site', 'site.id', 'record.id')
    .where('record.at', '=', 'site')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')))
    .$if(kinds === 'offices', (select) => select.where('site.kind', 'in', [...OFFICE_KINDS]))
    .$if(kinds === 'works', (select) => select.where('site.kind', 'not in', [...OFFICE_KINDS]));
  const [rows, count] = await Promise.all([
    found
      .selectAll('site')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated'])
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: count.n,
    rows: rows.map(({ id, kind, name, place, status, women, men, owner, voided, conflict, updated }) => ({
      id: bytesToUuid(id),
      kind,
      name,
      place,
      status,
      women,
      men,
      owner,
      voided: voided === 1,
      conflict: conflict === 1,
      updatedAt: hlcToMoment(updated),
    })),
  };
}

/** Forums that go on: neither void nor ended nor only planned. `site`: the record that the forum names, or empty. */
export async function forumsToServe(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('forum')
    .innerJoin('record', 'record.id', 'forum.id')
    .select(['forum.id', 'forum.name', 'forum.place', 'forum.site', 'record.owner'])
    .where('record.voided', '=', 0)
    .where('forum.status', 'not in', ['merged', 'dissolved', 'planned'])
    .orderBy('forum.name')
    .execute();
  return rows.map((row) => ({ ...row, id: bytesToUuid(row.id) }));
}
