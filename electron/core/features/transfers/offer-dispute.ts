import type { Handler, HomeContext } from '#core/context.ts';
import { buildParcel, papersOf } from '#core/exchange/parcels.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { moved, openToMove } from './open-to-move.ts';
import { standingOf } from './transfer-state.ts';

/** Other offices that handle disputes, by name. */
export function hlpOffices(context: HomeContext) {
  const { rosters } = context.home;
  const self = rosters.self().node;
  const nodes = rosters.current()?.nodes ?? [];
  return nodes
    .filter(({ id, kind, services }) => id !== self && kind === 'office' && services.includes('hlp'))
    .map(({ id, name, code, place }) => ({ node: id, name, code: code ?? '', place }));
}

export const offerDispute: Handler<'transfers.offer'> = async (context, { disputeId, to, reason }) => {
  const record = await openToMove(context, disputeId);
  if (!record.ok) return record;
  const { own, offers, transfer } = await standingOf(context, disputeId);
  if (own === null) return err(refusal('record/not-yours', {}));
  if (!hlpOffices(context).some(({ node }) => node === to)) return err(refusal('transfer/unknown-node', {}));
  if (offers.some(({ header }) => header.own === own)) return err(refusal('transfer/already-offered', {}));
  const parcel = await buildParcel(context.services, context.home, disputeId, to);
  if (!parcel.ok) return parcel;
  moved(
    context.write({
      record: disputeId,
      at: 'dispute',
      kind: 'case.offered',
      groups: [
        {
          group: 'transfer',
          value: { to, state: 'offered', reason, parcel: parcel.value, papers: papersOf(context.home, disputeId) },
        },
      ],
      moves: { by: 'owner', own, seen: { transfer: transfer.map(({ id }) => id) } },
    }),
  );
  const made = (await standingOf(context, disputeId)).offers.find(({ header }) => header.own === own);
  if (!made) throw new Error('an offer that left no trace');
  return ok({ id: disputeId, offer: made.id });
};
