/** @file Acts that hand records over to another office, or let one read them. */
import { shortId } from '#core/changes/change.ts';
import type { RigWrite } from '#core/testing/change-rig.ts';
import {
  type Act,
  type Authors,
  element,
  otherNode,
  type OwnedRecord,
  reader,
  unknownId,
  type View,
} from './authors.ts';

type Offer = { readonly id: string; readonly record: OwnedRecord; readonly to: string; readonly sound: boolean };

export function handOverActs(authors: Authors): readonly Act[] {
  const { records, viewOf, ownerView, heads, sign, send, edit } = authors;
  const { offer, accept, transfer, targetOf, offerOf } = createHandOvers(authors);
  return [
    ['offer', (_v, record, n) => void offer(ownerView(record, n), record, otherNode(record.node))],
    ['accept', (_v, _r, n) => accept(targetOf(offerOf(n), n), offerOf(n))],
    [
      'accept on two devices',
      (_v, record, n) => {
        const one = offerOf(n);
        accept(targetOf(one, 0), one);
        accept(targetOf(one, 1), one);
        send(edit(targetOf(one, n), records.at(-1 - (n % 2)) as OwnedRecord, n), edit(ownerView(record, n), record, n));
      },
    ],
    [
      'return',
      (_v, _r, n) => {
        const made = offerOf(n);
        const { id, record, to } = made;
        const view = targetOf(made, n);
        const value = { to, state: 'returned', reason: 'not_ours', parcel: null, papers: [] };
        send(transfer(view, record, 'returned', to, { groups: [{ group: 'transfer', value, p: [id] }] }));
      },
    ],
    [
      'withdraw',
      (_v, _r, n) => {
        const { record, to } = offerOf(n);
        send(transfer(ownerView(record, n), record, 'withdrawn', to));
      },
    ],
    [
      'offer, accepted and offered back',
      (_v, record, n) => {
        const first = offer(ownerView(record, n), record, otherNode(record.node));
        accept(targetOf(first, n), first);
        const taken = records.at(-1) as OwnedRecord;
        const back = offer(ownerView(taken, n), taken, record.node);
        accept(targetOf(back, n), back);
        send(edit(ownerView(taken, n), taken, n), edit(ownerView(record, n), records.at(-1) as OwnedRecord, n));
      },
    ],
    ['offer to nobody', (_v, record, n) => send(transfer(ownerView(record, n), record, 'offered', 'nobody'))],
    ['offer by a stranger', (_v, record) => void offer(viewOf(0), record, otherNode(otherNode(record.node)))],
    ['accept what was offered to another', (_v, _r, n) => accept(viewOf(0), offerOf(n))],
    [
      'accept what was never offered',
      (view, record) => accept(view, { id: unknownId(), record, to: view.device.node, sound: false }),
    ],
    [
      'accept an edit',
      (view, record, n) => {
        const change = edit(ownerView(record, n), record, n);
        accept(view, { id: shortId(change.id), record, to: view.device.node, sound: false });
        send(change);
      },
    ],
    [
      'share',
      (_v, record, n) => {
        const view = n % 3 === 0 ? viewOf(0) : ownerView(record, n);
        const group = `share:${n % 5 === 0 ? element(0) : reader}`;
        const value = n % 4 === 0 ? null : { parcel: null, papers: [] };
        const p = heads(view, record.agg, group);
        send(sign(view, { agg: record.agg, at: record.at, own: record.own, groups: [{ group, value, p }] }));
      },
    ],
  ];
}

function createHandOvers({ views, records, ownerView, recordOf, heads, sign, send }: Authors) {
  const offers: Offer[] = [];
  const transfer = (view: View, record: OwnedRecord, state: string, to: string, more: Partial<RigWrite> = {}) =>
    sign(view, {
      agg: record.agg,
      at: record.at,
      own: record.own,
      kind: `case.${state}`,
      groups: [
        {
          group: 'transfer',
          value: { to, state, reason: null, parcel: null, papers: [] },
          p: heads(view, record.agg, 'transfer'),
        },
      ],
      ...more,
    });
  const offer = (view: View, record: OwnedRecord, to: string): Offer => {
    const change = transfer(view, record, 'offered', to);
    const made = { id: shortId(change.id), record, to, sound: view.device.node === record.node };
    offers.push(made);
    send(change);
    return made;
  };
  /** The record under its new owner; it stands in the list beside the record under its old one. */
  const accept = (view: View, { id, record, to, sound }: Offer): void => {
    const change = transfer(view, record, 'accepted', to, {
      groups: [
        { group: 'owner', value: { node: view.device.node }, p: [record.own] },
        { group: 'transfer', value: { to, state: 'accepted', reason: null, parcel: null, papers: [] }, p: [id] },
      ],
    });
    // What was never theirs must not be the ground of other acts, which want one reason each.
    if (sound && view.device.node === to) {
      records.push({ agg: record.agg, at: record.at, node: to, own: shortId(change.id) });
    }
    send(change);
  };
  const targetOf = ({ to }: Offer, n: number): View =>
    views.filter(({ device }) => device.node === to)[to === 'A' ? n % 2 : 0] as View;
  const offerOf = (n: number): Offer =>
    offers[n % offers.length] ?? offer(ownerView(recordOf(n), n), recordOf(n), otherNode(recordOf(n).node));

  return { offer, accept, transfer, targetOf, offerOf };
}
