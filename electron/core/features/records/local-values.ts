/** @file What stays on this computer about a record, read through the person's views (docs/adr/0015). */
import type { JsonObject } from '#core/changes/canonical.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import type { LocalChange } from '#core/changes/local-values.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';

export type LocalValues = ReadonlyMap<string, JsonObject>;

/** Current values by group; one that was taken out is not among them. */
export async function localValuesOf(context: HomeContext, recordId: string): Promise<LocalValues> {
  const rows = await context.db
    .selectFrom('local_value')
    .select(['grp', 'v'])
    .where('agg', '=', uuidToBytes(recordId))
    .execute();
  return new Map(rows.flatMap(({ grp, v }) => (v === null ? [] : [[grp, JSON.parse(v) as JsonObject] as const])));
}

/** The last entry of each group, in the form of heads. No change names them. */
export async function localHeadsOf(context: HomeContext, recordId: string): Promise<Record<string, string[]>> {
  const rows = await context.db
    .selectFrom('local_value')
    .select(['grp', 'id16'])
    .where('agg', '=', uuidToBytes(recordId))
    .orderBy('grp')
    .execute();
  return Object.fromEntries(rows.map(({ grp, id16 }) => [grp, [toBase64Url(id16)]]));
}

/** Groups whose value differs from the current one. `null` wants none. */
export const changedLocal = (current: LocalValues, wanted: ReadonlyMap<string, JsonObject | null>): LocalChange[] =>
  [...wanted].flatMap(([group, value]) =>
    JSON.stringify(current.get(group) ?? null) === JSON.stringify(value) ? [] : [{ group, value }],
  );
