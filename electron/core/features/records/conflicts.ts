/** @file Groups with more than one current value, for people to decide. */
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, wireToUuid } from '#core/changes/ids.ts';
import { groupToToken } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { authorNames } from './history.ts';
import { headsOf } from './read-record.ts';

/** As many as a person settles in one sitting; the count on the exchange screen tells how many there are. */
const shown = 200;

export async function listConflicts(context: HomeContext): Promise<OutputOf<'records.conflicts'>> {
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('record', 'record.id', 'val.agg')
    .select(['val.agg', 'val.grp', 'val.at', 'val.id16', 'record.title', 'record.number'])
    .where('val.heads', '>', 1)
    .orderBy('record.updated', 'desc')
    .orderBy('val.grp')
    .limit(shown)
    .execute();
  const names = await authorNames(context);
  const conflicts = [];
  for (const row of rows) {
    const recordId = bytesToUuid(row.agg);
    conflicts.push({
      recordId,
      recordType: row.at,
      title: [row.number, row.title].filter((part) => part !== '').join(' · '),
      group: row.grp,
      values: await valuesOf(context, row, names),
      heads: await headsOf(context, recordId),
    });
  }
  return conflicts;
}

async function valuesOf(
  context: HomeContext,
  group: { readonly agg: Uint8Array; readonly grp: string; readonly at: string; readonly id16: Uint8Array },
  names: ReadonlyMap<string, string>,
) {
  const heads = await context.db
    .selectFrom('head')
    .innerJoin('chg', 'chg.id16', 'head.id16')
    .select(['head.id16', 'chg.hdr', 'chg.pay'])
    .where('head.agg', '=', group.agg)
    .where('head.grp', '=', group.grp)
    .orderBy('head.id16')
    .execute();
  return heads.map((head) => {
    const { header, payload } = decodeRow(head);
    const node = context.home.changes.rosterAt(header.ros)?.device(header.dev)?.node ?? null;
    return {
      changeId: toBase64Url(head.id16),
      value: payload?.d[groupToToken(group.at, group.grp)] ?? null,
      by: names.get(wireToUuid(header.by)) ?? '',
      nodeName: context.home.rosters.nodeName(node),
      at: hlcToMoment(header.hlc),
      shown: bytesEqual(head.id16, group.id16),
    };
  });
}
