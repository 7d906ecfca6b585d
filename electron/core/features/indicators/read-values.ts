/** @file Values of all records of a type, as far as a figure needs them, in one query. */
import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { type RecordValues, toRecordValues, type ValRow } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';

export type ReadRecord = { readonly id: string; readonly owner: string; readonly values: RecordValues };

type Wanted = {
  readonly at: string;
  /** Names of groups; of a set all its elements. */
  readonly groups: readonly string[];
  /** Of meetings: those of these days alone. */
  readonly held?: { readonly from: string; readonly to: string };
};

/** Records that are here and not void, by id. */
export async function readRecords(
  db: Kysely<Tables>,
  { at, groups, held }: Wanted,
): Promise<ReadonlyMap<string, ReadRecord>> {
  const rows = await db
    .selectFrom('record')
    .innerJoin('val', 'val.agg', 'record.id')
    .select(['val.agg', 'val.grp', 'val.at', 'val.state', 'val.v', 'val.heads', 'record.owner'])
    .where('record.at', '=', at)
    .where('record.voided', '=', 0)
    .where('record.stub', '=', 0)
    .where((eb) =>
      eb.or(
        groups.flatMap((group) => [
          eb('val.grp', '=', group),
          // `;` follows `:`, which stands between the name of a set and an element.
          eb.and([eb('val.grp', '>=', `${group}:`), eb('val.grp', '<', `${group};`)]),
        ]),
      ),
    )
    .$if(held !== undefined, (select) =>
      select.where('record.id', 'in', (eb) =>
        eb
          .selectFrom('meeting')
          .select('meeting.id')
          .where('meeting.date', '>=', held?.from ?? '')
          .where('meeting.date', '<=', held?.to ?? ''),
      ),
    )
    .orderBy('val.agg')
    .orderBy('val.grp')
    .execute();
  return collected(rows);
}

type Row = ValRow & { readonly agg: Uint8Array; readonly owner: string | null };

/** Rows of one record stand together. */
function collected(rows: readonly Row[]): ReadonlyMap<string, ReadRecord> {
  const records = new Map<string, ReadRecord>();
  let start = 0;
  for (let end = 1; end <= rows.length; end += 1) {
    const first = rows[start];
    const next = rows[end];
    if (!first || (next && Buffer.compare(next.agg, first.agg) === 0)) continue;
    const id = bytesToUuid(first.agg);
    if (first.owner !== null) {
      records.set(id, { id, owner: first.owner, values: toRecordValues(rows.slice(start, end)) });
    }
    start = end;
  }
  return records;
}
