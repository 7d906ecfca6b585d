import { bytesToUuid } from '#core/changes/ids.ts';
import type { HomeContext } from '#core/context.ts';
import { directorateOf } from '#core/features/reference/directorate.ts';
import { rowToNames } from '#core/features/reference/names.ts';

/** Every partner that the directorate has named; those no longer offered included. */
export async function listPartners(context: HomeContext) {
  const root = directorateOf(context);
  if (root === null) return [];
  const rows = await context.db
    .selectFrom('partner')
    .innerJoin('record', 'record.id', 'partner.id')
    .selectAll('partner')
    .where('record.owner', '=', root)
    .orderBy('record.sort')
    .orderBy('partner.id')
    .execute();
  return rows.map((row) => ({
    id: bytesToUuid(row.id),
    names: rowToNames(row),
    kind: row.kind,
    active: row.active === 1,
  }));
}
