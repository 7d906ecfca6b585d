/** @file The last hand-over of a record as its page shows it, and what of a forum stayed behind. */
import { hlcToMoment } from '#core/changes/hlc.ts';
import { wireToUuid } from '#core/changes/ids.ts';
import type { MovableType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import { userName } from '#core/features/records/authors.ts';
import { leads } from '#core/features/records/guards.ts';
import type { OpenRecord } from '#core/features/records/read-record.ts';
import type { TransferView } from '#shared/contract/transfers.ts';
import { offeredWith } from './answer-offer.ts';
import { alongIn, hangingOn, rootIn } from './record-set.ts';
import { isEntitled, offerBehind, shownHead, type Standing, standingOf, stateIn } from './transfer-state.ts';

type Movable = { readonly id: string; readonly at: MovableType };

/** Null when it was never offered. */
export async function transferOf(
  context: HomeContext,
  record: Movable,
  standing: Standing,
): Promise<TransferView | null> {
  const { rosters } = context.home;
  const self = rosters.self().node;
  const shown = shownHead(standing);
  if (!shown?.value) return null;
  const { to, reason } = shown.value;
  const node = typeof to === 'string' ? to : '';
  const open = standing.offers.includes(shown);
  const mayMove = open && leads(context, record.at);
  const missing = open && node === self ? (await offeredWith(context, record.id, shown)).missing : 0;
  return {
    recordId: record.id,
    state: stateIn(shown.value, open),
    offer: offerBehind(shown),
    to: node,
    toName: rosters.nodeName(node),
    reason: typeof reason === 'string' ? reason : null,
    at: hlcToMoment(shown.header.hlc),
    by: await userName(context, wireToUuid(shown.header.by)),
    along: alongIn(shown.value).length,
    missing,
    /** To be answered here, or to be withdrawn here. */
    mayAnswer: mayMove && node === self && missing === 0,
    mayWithdraw: mayMove && shown.header.own === standing.own,
  };
}

/** The same of a forum: where nothing of its own waits for an answer, the offer of what stayed behind when it went. */
export async function forumTransfer(context: HomeContext, { id, values, mine }: OpenRecord) {
  const forum = { id, at: 'forum' } as const;
  const standing = await standingOf(context, id);
  const withheld = [...values.all.values()].some(({ state }) => state === 'withheld');
  const own = await transferOf(context, forum, standing);
  const moved = own !== null && own.state !== 'offered';
  const { left, offered } = moved ? await stayedBehind(context, forum) : { left: 0, offered: null };
  return {
    transfer: offered ?? own,
    incomplete: withheld && isEntitled(context, standing),
    /** Records of the forum that this office still owns though the forum is another's. */
    leftBehind: mine ? 0 : left,
  };
}

async function stayedBehind(context: HomeContext, forum: Movable) {
  let left = 0;
  let offered: TransferView | null = null;
  for (const one of await hangingOn(context, forum)) {
    const standing = await standingOf(context, one.id);
    if (standing.own !== null) left++;
    const leads = standing.offers.some(({ value }) => rootIn(value) === null);
    if (leads) offered ??= await transferOf(context, one, standing);
  }
  return { left, offered };
}
