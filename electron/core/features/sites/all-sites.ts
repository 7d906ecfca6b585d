import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';

/** All sites that are not void, by name. */
export async function allSites(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('site')
    .innerJoin('record', 'record.id', 'site.id')
    .select(['site.id', 'kind', 'name', 'place', 'lat', 'lon', 'status', 'record.owner'])
    .where('record.voided', '=', 0)
    .orderBy('site.name')
    .orderBy('site.id')
    .execute();
  return rows.map(({ id, lat, lon, ...row }) => ({
    ...row,
    id: bytesToUuid(id),
    position: lat === null || lon === null ? null : { lat, lon },
  }));
}
