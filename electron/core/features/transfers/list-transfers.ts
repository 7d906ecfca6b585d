/** @file Hand-overs that concern this office. */
import { sql } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, wireToBytes, wireToUuid } from '#core/changes/ids.ts';
import { isMovable, type MovableType, typesOf } from '#core/changes/registry.ts';
import { isRecordType } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import type { HomeContext } from '#core/context.ts';
import { authorNames } from '#core/features/records/authors.ts';
import { leads } from '#core/features/records/guards.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { COMPARTMENTS } from '#shared/domain/permissions.ts';
import { listLateEdits } from './list-late-edits.ts';
import { alongIn, pageOf } from './record-set.ts';
import { isEntitled, offerBehind, shownHead, standingOf, stateIn } from './transfer-state.ts';

type Output = OutputOf<'transfers.list'>;
type Row = Output['incoming'][number];
type Names = ReadonlyMap<string, string>;
type Lead = { readonly id: string; readonly at: MovableType; readonly agg: Uint8Array };

/** As many records as a screen can show. */
const most = 500;

export async function listTransfers(context: HomeContext): Promise<Output> {
  const names = await authorNames(context);
  const types = movableTypes(context);
  const lists: { incoming: Row[]; outgoing: Row[] } = { incoming: [], outgoing: [] };
  for (const lead of await leadsOf(context, types)) {
    const row = await rowOf(context, lead, names);
    if (row) lists[row.incoming ? 'incoming' : 'outgoing'].push(row.row);
  }
  const openFirst = (a: Row, b: Row): number => Number(b.open) - Number(a.open) || (a.at < b.at ? 1 : -1);
  return {
    incoming: lists.incoming.sort(openFirst),
    outgoing: lists.outgoing.sort(openFirst),
    late: await listLateEdits(context, types, names),
  };
}

/** Types whose records this person may hand over. */
const movableTypes = (context: HomeContext): readonly MovableType[] =>
  COMPARTMENTS.flatMap((compartment) => typesOf(compartment)).flatMap((at) =>
    isRecordType(at) && isMovable(at) && leads(context, at) ? [at] : [],
  );

/** What was ever offered by itself: what went along stands in no list. */
async function leadsOf(context: HomeContext, types: readonly MovableType[]): Promise<readonly Lead[]> {
  if (types.length === 0) return [];
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('record', 'record.id', 'val.agg')
    .select(['val.agg', 'record.at'])
    .where('val.grp', '=', 'transfer')
    .where('record.at', 'in', types)
    .where((eb) => sql<boolean>`json_extract(${eb.ref('val.v')}, '$.root') IS NULL`)
    .orderBy('record.updated', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ agg, at }) => ({ id: bytesToUuid(agg), at: at as MovableType, agg }));
}

/** Null: it concerns two other offices. */
async function rowOf(
  context: HomeContext,
  lead: Lead,
  names: Names,
): Promise<{ readonly incoming: boolean; readonly row: Row } | null> {
  const { rosters } = context.home;
  const self = rosters.self().node;
  const standing = await standingOf(context, lead.id);
  const shown = shownHead(standing);
  if (!shown?.value) return null;
  const to = String(shown.value.to);
  const from = await ownerBy(context, shown.header.own);
  if (to !== self && from !== self) return null;
  const open = standing.offers.includes(shown);
  const other = to === self ? from : to;
  const offer = offerBehind(shown);
  return {
    incoming: to === self,
    row: {
      ...(await pageOf(context, lead)),
      recordId: lead.id,
      offer,
      along: alongIn((await valuesOf(context, offer))?.transfer ?? null).length,
      state: stateIn(shown.value, open),
      node: other ?? self,
      nodeName: rosters.nodeName(other),
      reason: typeof shown.value.reason === 'string' ? shown.value.reason : null,
      at: hlcToMoment(shown.header.hlc),
      by: names.get(wireToUuid(shown.header.by)) ?? '',
      incomplete: isEntitled(context, standing) && (await isWithheld(context, lead.agg)),
      open,
    },
  };
}

async function ownerBy(context: HomeContext, own: string | null): Promise<string | null> {
  const node = own === null ? null : (await valuesOf(context, own))?.owner?.node;
  return typeof node === 'string' ? node : null;
}

/** What a change wrote, by its short id; undefined when it is not here. */
async function valuesOf(context: HomeContext, id: string) {
  const row = await context.db
    .selectFrom('chg')
    .select(['hdr', 'pay'])
    .where('id16', '=', wireToBytes(id))
    .where('verdict', '=', 'ok')
    .executeTakeFirst();
  return row && decodeRow(row).payload?.d;
}

const isWithheld = async (context: HomeContext, agg: Uint8Array): Promise<boolean> =>
  (await context.db
    .selectFrom('val')
    .select('grp')
    .where('agg', '=', agg)
    .where('state', '=', 'withheld')
    .executeTakeFirst()) !== undefined;
