import type { Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';
import { VEHICLE_KINDS } from '#shared/domain/infrastructure.ts';

type Filter = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly family: 'all' | 'vehicles' | 'equipment';
  readonly siteId: string | null;
};

/** One page of the vehicles and equipment this person may see, of one site or of all, those acquired last first. */
export async function listAssets(db: Kysely<Tables>, { search, offset, limit, family, siteId }: Filter) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('asset', 'asset.id', 'record.id')
    .leftJoin('site', 'site.id', 'asset.site')
    .where('record.at', '=', 'asset')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')))
    .$if(family === 'vehicles', (select) => select.where('asset.kind', 'in', [...VEHICLE_KINDS]))
    .$if(family === 'equipment', (select) => select.where('asset.kind', 'not in', [...VEHICLE_KINDS]))
    .$if(siteId !== null, (select) => select.where('asset.site', '=', uuidToBytes(siteId ?? '')));
  const [rows, count] = await Promise.all([
    found
      .selectAll('asset')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated', 'site.name as siteName'])
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
      kind: row.kind,
      name: row.name,
      mark: row.mark,
      place: row.place,
      siteName: row.siteName ?? '',
      status: row.status,
      condition: row.condition,
      handedOn: row.handed,
      checkedOn: row.checked,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}
