/** @file Who holds a record at the moment, to whom it is offered and with whom it is shared, through the person's view. */
import type { JsonObject } from '#core/changes/canonical.ts';
import type { ChangeHeader } from '#core/changes/change.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { elementId } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import { TRANSFER_STATE, type TransferState } from '#shared/domain/transfer.ts';

export type HeadOf = {
  readonly id: string;
  readonly n: number;
  readonly group: string;
  readonly header: ChangeHeader;
  readonly value: JsonObject | null;
};

export type Standing = {
  /** The ownership head under which this node writes; null when none names it. */
  readonly own: string | null;
  /** Offers that still wait for an answer. */
  readonly offers: readonly HeadOf[];
  readonly transfer: readonly HeadOf[];
  readonly shares: readonly HeadOf[];
};

export async function standingOf(context: HomeContext, record: string): Promise<Standing> {
  const heads = await headsIn(context, record);
  const owners = heads.filter(({ group, value }) => group === 'owner' && value !== null);
  const transfer = heads.filter(({ group }) => group === 'transfer');
  const self = context.home.rosters.self().node;
  return {
    own: owners.find(({ value }) => value?.node === self)?.id ?? null,
    offers: transfer.filter(
      ({ header, value }) => value?.state === 'offered' && owners.some(({ id }) => id === header.own),
    ),
    transfer,
    shares: heads.filter(({ group, value }) => group.startsWith('share:') && value !== null),
  };
}

async function headsIn(context: HomeContext, record: string): Promise<HeadOf[]> {
  const rows = await context.db
    .selectFrom('head')
    .innerJoin('chg', 'chg.id16', 'head.id16')
    .select(['head.grp', 'head.id16', 'chg.n', 'chg.hdr', 'chg.pay'])
    .where('head.agg', '=', uuidToBytes(record))
    .where((eb) => eb.or([eb('head.grp', 'in', ['owner', 'transfer']), eb('head.grp', 'like', 'share:%')]))
    .orderBy('head.id16')
    .execute();
  return rows.map(({ grp, id16, n, hdr, pay }) => {
    const { header, payload } = decodeRow({ hdr, pay });
    return { id: toBase64Url(id16), n, group: grp, header, value: payload?.d[grp] ?? null };
  });
}

/** The one of several heads that tells how it stands: what waits, else an answer before a withdrawal that crossed it. */
export function shownHead({ offers, transfer }: Standing): HeadOf | undefined {
  const ended = ['accepted', 'returned'].map((state) => transfer.find(({ value }) => value?.state === state));
  return offers[0] ?? ended.find((head) => head !== undefined) ?? transfer[0];
}

/** An offer under a head that was passed on meanwhile has lapsed. */
export function stateIn(value: JsonObject, open: boolean): TransferState {
  const state = TRANSFER_STATE.find((one) => one === value.state) ?? 'withdrawn';
  return state === 'offered' && !open ? 'withdrawn' : state;
}

/** The change that offered it: itself, or the one that an answer names. */
export const offerBehind = ({ id, header, value }: Pick<HeadOf, 'id' | 'header' | 'value'>): string =>
  value?.state === 'offered' ? id : (header.w.find(({ g }) => g === 'transfer')?.p[0] ?? id);

/** Nodes that may read all of it besides its owner. */
export const sharedWith = (context: HomeContext, { shares }: Standing) =>
  shares.map(({ group }) => {
    const node = elementId(group) ?? '';
    return { node, name: context.home.rosters.nodeName(node) };
  });

/** Whether this node may read everything of the record: what is withheld then is still on its way. */
export const isEntitled = (context: HomeContext, { own, offers, shares }: Standing): boolean => {
  const self = context.home.rosters.self().node;
  return (
    own !== null ||
    offers.some(({ value }) => value?.to === self) ||
    shares.some(({ group }) => group === `share:${self}`)
  );
};
