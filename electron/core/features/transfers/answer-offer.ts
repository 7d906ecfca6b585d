/**
 * @file The three ends of an offer: the office it was made to accepts or returns it, or its owner withdraws it. What goes
 * along with a record is answered with it, in the same act.
 */
import { uuidToWire, wireToUuid } from '#core/changes/ids.ts';
import { isMovable } from '#core/changes/registry.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { recordTypeOf } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type MovableRecord, type MoveFault, moved, openToMove } from './open-to-move.ts';
import { alongIn, hangingOn, type Movable, offerAlong, ownAmong, rootIn } from './record-set.ts';
import { type HeadOf, standingOf } from './transfer-state.ts';

type Fault = MoveFault | AppError<'transfer/not-offered'>;

/** From now on the record belongs to this office. */
export const acceptOffer: Handler<'transfers.accept'> = async (context, { recordId, offer }) =>
  answer(context, recordId, offer, { state: 'accepted', reason: null });

export const returnOffer: Handler<'transfers.return'> = async (context, { recordId, offer, reason }) =>
  answer(context, recordId, offer, { state: 'returned', reason });

export const withdrawOffer: Handler<'transfers.withdraw'> = async (context, { recordId, offer }) => {
  const found = await openOffer(context, recordId, offer);
  if (!found.ok) return found;
  const { record, head } = found.value;
  const { own } = await standingOf(context, recordId);
  if (own === null || head.header.own !== own) return err(refusal('transfer/not-offered', {}));
  const named = alongIn(head.value).map(wireToUuid);
  // Those too that another computer of this office offered with it: none may stay locked.
  const along = new Map((await hangingOn(context, record)).map((one) => [one.id, one]));
  for (const one of await present(context, named)) along.set(one.id, one);
  for (const one of await ownAmong(context, [record, ...along.values()])) {
    const offers = one.standing.offers.filter(({ header }) => header.own === one.own);
    if (offers.length === 0) continue;
    const value = { to: head.value?.to ?? '', state: 'withdrawn', reason: null, ...ended(recordId, one) };
    const written = context.write({
      record: one.id,
      at: one.at,
      kind: kindOf(one, 'withdrawn'),
      groups: [{ group: 'transfer', value }],
      moves: { by: 'owner', own: one.own, seen: { transfer: offers.map(({ id }) => id) } },
    });
    const done = moved(written);
    if (!done.ok) return done;
  }
  return ok({ id: recordId });
};

type Answer = { readonly state: 'accepted' | 'returned'; readonly reason: string | null };

async function answer(
  context: HomeContext,
  recordId: string,
  offer: string,
  { state, reason }: Answer,
): Promise<Result<{ id: string }, Fault | AppError<'transfer/not-all-here'>>> {
  const found = await openOffer(context, recordId, offer);
  if (!found.ok) return found;
  const { record, head } = found.value;
  const self = context.home.rosters.self().node;
  if (head.value?.to !== self) return err(refusal('transfer/not-offered', {}));
  const { offered, missing } = await offeredWith(context, recordId, head);
  if (missing > 0) return err(refusal('transfer/not-all-here', { count: missing }));
  for (const { one, offer } of [{ one: record, offer: head }, ...offered]) {
    const own = offer.header.own;
    if (own === null) return err(refusal('transfer/not-offered', {}));
    const value = { to: self, state, reason, ...ended(recordId, one) };
    const written = context.write({
      record: one.id,
      at: one.at,
      kind: kindOf(one, state),
      groups: [
        ...(state === 'accepted' ? [{ group: 'owner', value: { node: self } }] : []),
        { group: 'transfer', value },
      ],
      moves: { by: 'target', own, seen: { owner: [own], transfer: [offer.id] } },
    });
    const done = moved(written);
    if (!done.ok) return done;
  }
  return ok({ id: recordId });
}

/** What goes along with a record that was offered to this office, as far as it has come, each with its own offer. */
export async function offeredWith(
  context: HomeContext,
  recordId: string,
  head: HeadOf,
): Promise<{ readonly offered: readonly { one: Movable; offer: HeadOf }[]; readonly missing: number }> {
  const self = context.home.rosters.self().node;
  const named = alongIn(head.value).map(wireToUuid);
  const offered: { one: Movable; offer: HeadOf }[] = [];
  for (const one of await present(context, named)) {
    const offer = offerAlong((await standingOf(context, one.id)).offers, recordId, self);
    if (offer) offered.push({ one, offer });
  }
  return { offered, missing: named.length - offered.length };
}

async function present(context: HomeContext, ids: readonly string[]): Promise<Movable[]> {
  const found: Movable[] = [];
  for (const id of ids) {
    const at = await recordTypeOf(context, id);
    if (at !== null && isMovable(at)) found.push({ id, at });
  }
  return found;
}

/** The end of an offer names no blobs, and the record that leads the way. */
const ended = (root: string, { id }: Movable) => ({
  parcel: null,
  papers: [],
  root: id === root ? null : uuidToWire(root),
  with: [],
});

const kindOf = ({ at }: Movable, state: string): string => `${at === 'dispute' ? 'case' : 'record'}.${state}`;

/** The offer that the person saw, if it still waits. */
async function openOffer(
  context: HomeContext,
  recordId: string,
  offer: string,
): Promise<Result<{ readonly record: MovableRecord; readonly head: HeadOf }, Fault>> {
  const record = await openToMove(context, recordId);
  if (!record.ok) return record;
  const head = (await standingOf(context, recordId)).offers.find(({ id }) => id === offer);
  // What goes along is answered with the record that leads the way.
  if (!head || rootIn(head.value) !== null) return err(refusal('transfer/not-offered', {}));
  return ok({ record: record.value, head });
}
