/** @file What came to a record after it had gone to another office, of all that was handed over. */
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, wireToUuid } from '#core/changes/ids.ts';
import { lateEditsOf } from '#core/changes/late-edits.ts';
import type { MovableType } from '#core/changes/registry.ts';
import { decodeHeader, decodeRow } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import { authorNode } from '#core/features/records/authors.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { pageOf } from './record-set.ts';

type LateEdit = OutputOf<'transfers.list'>['late'][number];

export async function listLateEdits(
  context: HomeContext,
  types: readonly MovableType[],
  names: ReadonlyMap<string, string>,
): Promise<LateEdit[]> {
  if (types.length === 0) return [];
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('record', 'record.id', 'val.agg')
    .innerJoin('chg', (join) => join.onRef('chg.agg', '=', 'val.agg').onRef('chg.at', '=', 'record.at'))
    .select(['chg.n', 'chg.id16', 'chg.agg', 'chg.at', 'chg.hdr', 'chg.pay'])
    .where('val.grp', '=', 'transfer')
    .where('record.at', 'in', types)
    .where('chg.verdict', '=', 'ok')
    .orderBy('record.updated', 'desc')
    .orderBy('chg.agg')
    .orderBy('chg.n')
    .execute();
  const records = Map.groupBy(
    // Few of them are late: the payloads of the others need not be read.
    rows.map((row) => ({ ...row, id: toBase64Url(row.id16), header: decodeHeader(row).header })),
    ({ header }) => header.agg,
  );
  const late: LateEdit[] = [];
  for (const changes of records.values()) {
    for (const { id, header, ...row } of lateEditsOf(changes)) {
      const recordId = bytesToUuid(row.agg);
      late.push({
        ...(await pageOf(context, { id: recordId, at: row.at as MovableType })),
        recordId,
        recordType: row.at,
        changeId: id,
        kind: decodeRow(row).payload?.k ?? header.kind,
        by: names.get(wireToUuid(header.by)) ?? '',
        nodeName: context.home.rosters.nodeName(authorNode(context, header)),
        at: hlcToMoment(header.hlc),
      });
    }
  }
  return late;
}
