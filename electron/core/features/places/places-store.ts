import { bytesToUuid } from '#core/changes/ids.ts';
import type { HomeContext } from '#core/context.ts';
import { directorateOf } from '#core/features/reference/directorate.ts';
import { rowToNames } from '#core/features/reference/names.ts';

/** Every place that the directorate has added; those no longer offered included. */
export async function addedPlaces(context: HomeContext) {
  const root = directorateOf(context);
  if (root === null) return [];
  const rows = await context.db
    .selectFrom('place')
    .innerJoin('record', 'record.id', 'place.id')
    .selectAll('place')
    .where('record.owner', '=', root)
    .orderBy('place.code')
    .orderBy('place.id')
    .execute();
  return rows.map((row) => ({
    id: bytesToUuid(row.id),
    code: row.code,
    names: rowToNames(row),
    level: row.level,
    parent: row.parent,
    position: { lat: row.lat, lon: row.lon },
    authority: row.authority,
    active: row.active === 1,
  }));
}
