/** @file Hand-overs of disputes that concern this office, and what came to a dispute after it had gone. */
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, wireToUuid } from '#core/changes/ids.ts';
import { lateEditsOf } from '#core/changes/late-edits.ts';
import { type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import { authorNames, authorNode } from '#core/features/records/authors.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { isEntitled, offerBehind, shownHead, standingOf, stateIn } from './transfer-state.ts';

type Output = OutputOf<'transfers.list'>;
type Row = Output['incoming'][number];
type Names = ReadonlyMap<string, string>;
type Change = DecodedChange & { readonly id: string; readonly n: number };
type Dispute = { readonly id: string; readonly agg: Uint8Array; readonly number: string };

/** As many disputes as a screen can show. */
const most = 500;

export async function listTransfers(context: HomeContext): Promise<Output> {
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('record', 'record.id', 'val.agg')
    .select(['val.agg', 'record.number'])
    .where('val.grp', '=', 'transfer')
    .where('val.at', '=', 'dispute')
    .orderBy('record.updated', 'desc')
    .limit(most)
    .execute();
  const names = await authorNames(context);
  const lists: { incoming: Row[]; outgoing: Row[]; late: Output['late'] } = { incoming: [], outgoing: [], late: [] };
  for (const { agg, number } of rows) {
    const dispute = { id: bytesToUuid(agg), agg, number };
    const changes = await changesOf(context, agg);
    const row = await rowOf(context, dispute, changes, names);
    if (row) lists[row.incoming ? 'incoming' : 'outgoing'].push(row.row);
    for (const change of lateEditsOf(changes)) lists.late.push(lateEdit(context, dispute, change, names));
  }
  const openFirst = (a: Row, b: Row): number => Number(b.open) - Number(a.open) || (a.at < b.at ? 1 : -1);
  return { incoming: lists.incoming.sort(openFirst), outgoing: lists.outgoing.sort(openFirst), late: lists.late };
}

async function changesOf(context: HomeContext, agg: Uint8Array): Promise<Change[]> {
  const rows = await context.db
    .selectFrom('chg')
    .select(['n', 'id16', 'hdr', 'pay'])
    .where('agg', '=', agg)
    .where('at', '=', 'dispute')
    .where('verdict', '=', 'ok')
    .orderBy('n')
    .execute();
  return rows.map((row) => ({ n: row.n, id: toBase64Url(row.id16), ...decodeRow(row) }));
}

/** Null: it concerns two other offices. */
async function rowOf(
  context: HomeContext,
  { id, agg, number }: Dispute,
  changes: readonly Change[],
  names: Names,
): Promise<{ readonly incoming: boolean; readonly row: Row } | null> {
  const { rosters } = context.home;
  const self = rosters.self().node;
  const standing = await standingOf(context, id);
  const shown = shownHead(standing);
  if (!shown?.value) return null;
  const to = String(shown.value.to);
  const from = ownerBy(changes, shown.header.own);
  if (to !== self && from !== self) return null;
  const open = standing.offers.includes(shown);
  const other = to === self ? from : to;
  const withheld = await context.db
    .selectFrom('val')
    .select('grp')
    .where('agg', '=', agg)
    .where('state', '=', 'withheld')
    .executeTakeFirst();
  return {
    incoming: to === self,
    row: {
      disputeId: id,
      number,
      offer: offerBehind(shown),
      state: stateIn(shown.value, open),
      node: other ?? self,
      nodeName: rosters.nodeName(other),
      reason: typeof shown.value.reason === 'string' ? shown.value.reason : null,
      at: hlcToMoment(shown.header.hlc),
      by: names.get(wireToUuid(shown.header.by)) ?? '',
      incomplete: withheld !== undefined && isEntitled(context, standing),
      open,
    },
  };
}

const ownerBy = (changes: readonly Change[], own: string | null): string | null => {
  const node = changes.find(({ id }) => id === own)?.payload?.d.owner?.node;
  return typeof node === 'string' ? node : null;
};

function lateEdit(context: HomeContext, { id, number }: Dispute, change: Change, names: Names): Output['late'][number] {
  const { header, payload } = change;
  return {
    disputeId: id,
    number,
    changeId: change.id,
    kind: payload?.k ?? header.kind,
    by: names.get(wireToUuid(header.by)) ?? '',
    nodeName: context.home.rosters.nodeName(authorNode(context, header)),
    at: hlcToMoment(header.hlc),
  };
}
