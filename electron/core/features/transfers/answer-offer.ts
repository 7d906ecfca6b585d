/** @file The three ends of an offer: the office it was made to accepts or returns it, or its owner withdraws it. */
import type { JsonObject } from '#core/changes/canonical.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type MoveFault, moved, openToMove } from './open-to-move.ts';
import { type HeadOf, standingOf } from './transfer-state.ts';

type Fault = MoveFault | AppError<'transfer/not-offered'>;

/** From now on the dispute belongs to this office. */
export const acceptOffer: Handler<'transfers.accept'> = async (context, { disputeId, offer }) => {
  const self = context.home.rosters.self().node;
  return answer(context, disputeId, offer, 'accepted', null, [{ group: 'owner', value: { node: self } }]);
};

export const returnOffer: Handler<'transfers.return'> = async (context, { disputeId, offer, reason }) =>
  answer(context, disputeId, offer, 'returned', reason, []);

export const withdrawOffer: Handler<'transfers.withdraw'> = async (context, { disputeId, offer }) => {
  const found = await openOffer(context, disputeId, offer);
  if (!found.ok) return found;
  const { own, offers, to } = found.value;
  if (own === null || !offers.every(({ header }) => header.own === own))
    return err(refusal('transfer/not-offered', {}));
  const written = context.write({
    record: disputeId,
    at: 'dispute',
    kind: 'case.withdrawn',
    groups: [{ group: 'transfer', value: { to, state: 'withdrawn', reason: null, parcel: null, papers: [] } }],
    moves: { by: 'owner', own, seen: { transfer: offers.map(({ id }) => id) } },
  });
  moved(written);
  return ok({ id: disputeId });
};

async function answer(
  context: HomeContext,
  disputeId: string,
  offer: string,
  state: 'accepted' | 'returned',
  reason: string | null,
  more: readonly { readonly group: string; readonly value: JsonObject }[],
): Promise<Result<{ id: string }, Fault>> {
  const found = await openOffer(context, disputeId, offer);
  if (!found.ok) return found;
  const { to, head } = found.value;
  const self = context.home.rosters.self().node;
  const own = head.header.own;
  if (to !== self || own === null) return err(refusal('transfer/not-offered', {}));
  const written = context.write({
    record: disputeId,
    at: 'dispute',
    kind: `case.${state}`,
    groups: [...more, { group: 'transfer', value: { to: self, state, reason, parcel: null, papers: [] } }],
    moves: { by: 'target', own, seen: { owner: [own], transfer: [offer] } },
  });
  moved(written);
  return ok({ id: disputeId });
}

/** The offer that the person saw, if it still waits, with the others that do. */
async function openOffer(
  context: HomeContext,
  disputeId: string,
  offer: string,
): Promise<
  Result<
    { readonly own: string | null; readonly offers: readonly HeadOf[]; readonly head: HeadOf; readonly to: string },
    Fault
  >
> {
  const record = await openToMove(context, disputeId);
  if (!record.ok) return record;
  const { own, offers } = await standingOf(context, disputeId);
  const head = offers.find(({ id }) => id === offer);
  const to = head?.value?.to;
  if (!head || typeof to !== 'string') return err(refusal('transfer/not-offered', {}));
  return ok({ own, offers: offers.filter(({ header }) => header.own === head.header.own), head, to });
}
