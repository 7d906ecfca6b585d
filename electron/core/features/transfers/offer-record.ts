/** @file Offering a record to another office, with all that hangs on it and belongs to this one: in one act, or not at all. */
import { uuidToBytes, uuidToWire } from '#core/changes/ids.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { buildParcel, papersOf } from '#core/exchange/parcels.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isTransferable, type MovableRecord, moved, openToMove } from './open-to-move.ts';
import { type Moving, movingWith, rootIn } from './record-set.ts';
import { standingOf } from './transfer-state.ts';

/** Other offices of this service, by name. */
export function officesFor(context: HomeContext, service: Compartment) {
  const { rosters } = context.home;
  const self = rosters.self().node;
  const nodes = rosters.current()?.nodes ?? [];
  return nodes
    .filter(({ id, kind, services }) => id !== self && kind === 'office' && services.includes(service))
    .map(({ id, name, code, place }) => ({ node: id, name, code: code ?? '', place }));
}

export const prepareOffer: Handler<'transfers.prepare'> = async (context, { recordId }) => {
  const record = await openToMove(context, recordId);
  // What is void or needs a newer program is refused when it is offered.
  if (!record.ok || !isTransferable(record.value.at)) return err(refusal('record/not-found', {}));
  const moving = await movingWith(context, record.value);
  if (moving.length === 0) return err(refusal('record/not-yours', {}));
  const along = Map.groupBy(
    moving.filter(({ id }) => id !== recordId),
    ({ at }) => at,
  );
  return ok({
    nodes: targetsOf(context, record.value, moving),
    along: [...along].map(([at, records]) => ({ at, count: records.length })),
    conflicts: await openConflicts(context, record.value, moving),
  });
};

export const offerRecord: Handler<'transfers.offer'> = async (context, { recordId, to, reason }) => {
  const record = await openToMove(context, recordId);
  if (!record.ok) return record;
  // A meeting or a plan goes with its forum alone.
  if (!isTransferable(record.value.at)) return err(refusal('record/not-found', {}));
  const moving = await movingWith(context, record.value);
  const [lead, ...along] = moving;
  if (!lead) return err(refusal('record/not-yours', {}));
  if (!targetsOf(context, record.value, moving).some(({ node }) => node === to))
    return err(refusal('transfer/unknown-node', {}));
  if (moving.some(isOffered)) return err(refusal('transfer/already-offered', {}));
  const count = await openConflicts(context, record.value, moving);
  if (count > 0) return err(refusal('transfer/open-conflicts', { count }));
  if (along.length > mostAlong) return err(refusal('transfer/too-large', {}));
  const ids = moving.map(({ id }) => id);
  const parcel = await buildParcel(context.services, context.home, ids, to);
  if (!parcel.ok) return parcel.error.code === 'blob/size' ? err(refusal('transfer/too-large', {})) : err(parcel.error);
  const shared = { to, state: 'offered', reason };
  const leading = { parcel: parcel.value, root: null, with: along.map(({ id }) => uuidToWire(id)) };
  const following = { parcel: null, root: uuidToWire(lead.id), with: [] };
  for (const one of moving) {
    const { id, at, own, standing } = one;
    const value = { ...shared, ...(one === lead ? leading : following), papers: papersOf(context.home, one) };
    const written = context.write({
      record: id,
      at,
      kind: at === 'dispute' ? 'case.offered' : 'record.offered',
      groups: [{ group: 'transfer', value }],
      moves: { by: 'owner', own, seen: { transfer: standing.transfer.map((head) => head.id) } },
    });
    const done = moved(written);
    if (!done.ok) return done;
  }
  const made = (await standingOf(context, lead.id)).offers.find(({ header }) => header.own === lead.own);
  if (!made) throw new Error('an offer that left no trace');
  return ok({ id: lead.id, offer: made.id });
};

/** More than a payload holds the ids of: the records of a forum over a hundred years. */
const mostAlong = 3000;

/** Any office of the service; what stayed behind when its forum went follows it. */
function targetsOf(context: HomeContext, record: MovableRecord, [lead]: readonly Moving[]) {
  const offices = officesFor(context, record.at === 'dispute' ? 'hlp' : 'policing');
  return lead?.id === record.id ? offices : offices.filter(({ node }) => node === record.owner);
}

/** By itself, not as part of a set of which another record was withdrawn meanwhile: that is offered anew. */
const isOffered = ({ own, standing }: Moving): boolean =>
  standing.offers.some(({ header, value }) => header.own === own && rootIn(value) === null);

/**
 * Of how many records of a forum two values stand against each other: who knows which is right is here. Of a case both go
 * along and the other office decides; who owns a record is settled by handing it over.
 */
async function openConflicts(context: HomeContext, { at }: MovableRecord, moving: readonly Moving[]): Promise<number> {
  if (at === 'dispute') return 0;
  const ids = moving.map(({ id }) => uuidToBytes(id));
  const { count } = await context.db
    .selectFrom('val')
    .select((eb) => eb.fn.count<number>('agg').distinct().as('count'))
    .where('agg', 'in', ids)
    .where('heads', '>', 1)
    .where('grp', 'not in', ['owner', 'transfer'])
    .executeTakeFirstOrThrow();
  return count;
}
