/**
 * @file Histories for the tests of the register merge: what honest offices, clumsy ones and hostile ones might send,
 * made from a list of small numbers so that fast-check can shrink it.
 */
import { v7 as uuidv7 } from 'uuid';
import { shortId, type SignedChange } from '#core/changes/change.ts';
import { uuidToWire } from '#core/changes/ids.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import {
  createRigDevice,
  type Delivery,
  type RigDevice,
  type RigTree,
  type RigWrite,
  writeChange,
} from './change-rig.ts';

/** One step: what is done, by whom, to which record. */
export type Step = { readonly act: number; readonly who: number; readonly which: number };

export type History = {
  readonly tree: RigTree;
  readonly deliveries: readonly Delivery[];
  readonly acts: readonly string[];
};

type Record = { readonly agg: string; readonly at: string; readonly node: string; readonly own: string };
type Written = { readonly id: string; readonly agg: string; readonly p: ReadonlyMap<string, readonly string[]> };
type View = { readonly device: RigDevice; readonly seen: Set<Written> };

const element = (n: number): string => `00000000-0000-7000-8000-00000000000${n % 3}`;
/** A node whose id may stand in a group token. */
const reader = '00000000-0000-7000-8000-0000000000aa';
const unknownId = (): string => toBase64Url(randomBytes(16));

export function makeHistory(steps: readonly Step[]): History {
  const devices = [createRigDevice('D'), createRigDevice('A'), createRigDevice('A'), createRigDevice('B', 2)];
  const tree: RigTree = {
    devices: [...devices, createRigDevice(reader)],
    parents: { D: null, A: 'D', B: 'D', [reader]: 'D' },
    revoked: [],
  };
  const views: View[] = devices.map((device) => ({ device, seen: new Set() }));
  const records: Record[] = [];
  const deliveries: Delivery[] = [{ roster: 2 }];
  const acts: string[] = [];

  const viewOf = (n: number): View => views[n % views.length] as View;
  const officeView = (n: number): View => views[1 + (n % (views.length - 1))] as View;
  const recordOf = (n: number): Record => records[n % records.length] as Record;

  /** Values of a group that a device was shown: brute force over what it has seen. */
  const heads = ({ seen }: View, agg: string, group: string): string[] => {
    const here = [...seen].filter((change) => change.agg === agg && change.p.has(group));
    const passed = new Set(here.flatMap((change) => change.p.get(group) ?? []));
    return here
      .map(({ id }) => id)
      .filter((id) => !passed.has(id))
      .slice(0, 60);
  };
  const sign = (view: View, write: RigWrite): SignedChange => {
    const change = writeChange(view.device, write);
    const p = new Map(write.groups.map((one) => [one.group, one.p ?? []]));
    view.seen.add({ id: shortId(change.id), agg: write.agg, p });
    return change;
  };
  const send = (...changes: SignedChange[]): void => {
    for (const change of changes) deliveries.push({ change });
  };
  const create = (view: View, at: string, agg = uuidToWire(uuidv7()), kv = 1): SignedChange => {
    const first = at === 'dispute' ? 'place' : at === 'meeting' ? 'place' : 'identity';
    const values = {
      dispute: { district: 'IQG10' },
      meeting: { forum: '-'.repeat(36), year: 2026, number: 1 },
      forum: { name: 'forum', place: 'IQG10' },
    };
    const change = sign(view, {
      agg,
      at,
      own: null,
      kv,
      groups: [
        { group: 'owner', value: { node: view.device.node } },
        { group: first, value: values[at as keyof typeof values] },
      ],
    });
    records.push({ agg, at, node: view.device.node, own: shortId(change.id) });
    return change;
  };
  const edit = (view: View, record: Record, n: number, more: Partial<RigWrite> = {}): SignedChange => {
    const group = record.at === 'dispute' ? 'place' : record.at === 'meeting' ? 'place' : 'identity';
    const values = {
      dispute: { district: `IQG${n % 4}` },
      meeting: { forum: uuidv7(), year: 2026, number: n },
      forum: { name: `name ${n % 3}`, place: 'IQG10' },
    };
    const value = values[record.at as keyof typeof values];
    const p = heads(view, record.agg, group);
    const kind = `${view.device.node === record.node ? '' : 'correction.'}${record.at}.edited`;
    return sign(view, {
      agg: record.agg,
      at: record.at,
      own: record.own,
      kind,
      groups: [{ group, value, p }],
      ...more,
    });
  };
  const restricted = (view: View, record: Record, value: object): SignedChange => {
    const group = 'voidReason';
    const p = heads(view, record.agg, group);
    return sign(view, {
      agg: record.agg,
      at: record.at,
      own: record.own,
      groups: [{ group, value: value as never, p }],
    });
  };
  const ownerView = (record: Record, n: number): View =>
    views.filter(({ device }) => device.node === record.node)[record.node === 'A' ? n % 2 : 0] as View;
  const bare = (change: SignedChange): SignedChange => ({ ...change, payloadBytes: null });
  const spoilt = (change: SignedChange): SignedChange => ({ ...change, signature: new Uint8Array(64) });
  const otherPayload = (change: SignedChange): SignedChange => ({
    ...change,
    payloadBytes: Buffer.from(`{"d":{},"salt":"${toBase64Url(randomBytes(16))}"}`),
  });

  type Offer = { readonly id: string; readonly record: Record; readonly to: string; readonly sound: boolean };
  const offers: Offer[] = [];
  const transfer = (view: View, record: Record, state: string, to: string, more: Partial<RigWrite> = {}) =>
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
  const offer = (view: View, record: Record, to: string): Offer => {
    const change = transfer(view, record, 'offered', to);
    const made = { id: shortId(change.id), record, to, sound: view.device.node === record.node };
    offers.push(made);
    send(change);
    return made;
  };
  const otherNode = (node: string): string => (node === 'A' ? 'B' : 'A');
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

  const moves: readonly (readonly [string, (view: View, record: Record, n: number) => void])[] = [
    ['create', (_v, _r, n) => send(create(officeView(n), ['forum', 'dispute', 'meeting'][n % 3] as string))],
    ['edit', (_v, record, n) => send(edit(ownerView(record, n), record, n))],
    ['edit elsewhere', (_v, record, n) => send(edit(ownerView(record, n + 1), record, n + 1))],
    ['correct', (_v, record, n) => send(edit(viewOf(0), record, n))],
    ['correct without saying so', (_v, record, n) => send(edit(viewOf(0), record, n, { kind: `${record.at}.edited` }))],
    [
      'sync',
      (view, _r, n) => {
        for (const one of viewOf(n).seen) view.seen.add(one);
      },
    ],
    [
      'void',
      (_v, record, n) => {
        const view = ownerView(record, n);
        const p = heads(view, record.agg, 'void');
        const write = { agg: record.agg, at: record.at, own: record.own };
        send(sign(view, { ...write, groups: [{ group: 'void', value: { voided: n % 2 === 0 }, p }] }));
        send(restricted(view, record, { reason: `because ${n}` }));
      },
    ],
    [
      'restricted, later with payload',
      (_v, record, n) => {
        const change = restricted(ownerView(record, n), record, { reason: `later ${n}` });
        send(bare(change), change);
      },
    ],
    [
      'restricted, withheld for good',
      (_v, record, n) => send(bare(restricted(ownerView(record, n), record, { reason: 'x' }))),
    ],
    [
      'restricted value that does not fit',
      (_v, record, n) => {
        const change = restricted(ownerView(record, n), record, { reason: 7 });
        send(bare(change), change);
      },
    ],
    [
      'open, first without payload',
      (_v, _r, n) => {
        const change = create(officeView(n), 'forum');
        send(bare(change), change);
      },
    ],
    [
      'edit by a stranger',
      (_v, record, n) => {
        const view = views.find(({ device }) => device.node !== record.node && device.node !== 'D') as View;
        send(edit(view, record, n));
      },
    ],
    ['wrong role', (_v, record, n) => send(edit(ownerView(record, n), record, n, { role: 'administrator' }))],
    ['unknown role', (_v, record, n) => send(edit(ownerView(record, n), record, n, { role: 'wizard' }))],
    [
      'unknown type',
      (view, _r, n) =>
        send(
          sign(view, {
            agg: unknownId(),
            at: 'census',
            own: null,
            groups: [
              { group: 'owner', value: { node: view.device.node } },
              { group: 'topic', value: { n } },
            ],
          }),
        ),
    ],
    [
      'unknown group',
      (_v, record, n) =>
        send(edit(ownerView(record, n), record, n, { groups: [{ group: 'mood', value: { n }, p: [] }] })),
    ],
    ['newer version of a kind', (_v, record, n) => send(edit(ownerView(record, n), record, n, { kv: 7 }))],
    ['roster that never comes', (_v, record, n) => send(edit(ownerView(record, n), record, n, { ros: 99 }))],
    [
      'unknown predecessor',
      (_v, record, n) =>
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group: 'void', value: { voided: true }, p: [unknownId()] }],
          }),
        ),
    ],
    [
      'predecessor in another record',
      (_v, record, n) => {
        const other = recordOf(n + 1);
        const p =
          viewOf(n).seen.size > 0
            ? [...viewOf(n).seen]
                .filter(({ agg }) => agg === other.agg)
                .map(({ id }) => id)
                .slice(0, 5)
            : [];
        send(
          edit(ownerView(record, n), record, n, {
            groups: [
              { group: 'void', value: { voided: true }, p },
              { group: 'owner2', value: { n }, p: [other.own] },
            ],
          }),
        );
      },
    ],
    [
      'ownership head of another record',
      (_v, record, n) => send(edit(ownerView(record, n), record, n, { own: recordOf(n + 1).own })),
    ],
    [
      'ownership head that is none',
      (_v, record, n) => {
        const first = edit(ownerView(record, n), record, n);
        send(edit(ownerView(record, n), record, n, { own: shortId(first.id) }), first);
      },
    ],
    [
      'ownership head that never comes',
      (_v, record, n) => send(edit(ownerView(record, n), record, n, { own: unknownId() })),
    ],
    [
      'owner written again',
      (_v, record, n) =>
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group: 'owner', value: { node: 'D' }, p: [record.own] }],
          }),
        ),
    ],
    [
      'spoilt signature, then sound',
      (_v, record, n) => {
        if (record.node === 'B') return;
        const change = edit(ownerView(record, n), record, n);
        send(spoilt(change), change);
      },
    ],
    [
      'spoilt founding change, then sound, with an edit',
      (_v, _r, n) => {
        const change = create(viewOf(1), 'forum');
        send(spoilt(change), change, edit(viewOf(1), records.at(-1) as Record, n));
      },
    ],
    [
      'spoilt founding change for good, with an edit',
      (_v, _r, n) => {
        send(spoilt(create(viewOf(1), 'forum')), edit(viewOf(1), records.at(-1) as Record, n));
      },
    ],
    [
      'spoilt signature for good',
      (_v, record, n) => {
        if (record.node !== 'B') send(spoilt(edit(ownerView(record, n), record, n)));
      },
    ],
    [
      'payload of another change',
      (_v, record, n) => {
        const change = edit(ownerView(record, n), record, n);
        send(otherPayload(change), ...(n % 2 ? [change] : []));
      },
    ],
    ['record id taken by another office', (_v, record, n) => send(create(officeView(n), 'forum', record.agg))],
    [
      'record founded again by an office that names what it saw as its past',
      (_v, record, n) => {
        const view = ownerView({ ...record, node: otherNode(record.node) }, n);
        for (const one of ownerView(record, n).seen) view.seen.add(one);
        // A newer program may have founded it: that alone is not understood here, what stands on it is.
        const founding = create(view, record.at, record.agg, n % 3 === 0 ? 7 : 1);
        const taken = records.at(-1) as Record;
        send(edit(view, taken, n), founding, edit(ownerView(record, n), record, n + 1));
        if (n % 2 === 0) send(edit(viewOf(0), n % 4 === 0 ? record : taken, n));
      },
    ],
    ['record id taken for another type', (_v, record, n) => send(create(ownerView(record, n), 'dispute', record.agg))],
    [
      'element set, changed or removed',
      (_v, record, n) => {
        const view = ownerView(record, n);
        const [group, value] =
          record.at === 'dispute'
            ? [`mediator:${element(n)}`, { assigned: true }]
            : [
                `member:${element(n)}`,
                { sex: 'female', ageBand: 'x', category: 'y', role: 'z', status: 'active', since: null },
              ];
        const p = heads(view, record.agg, group);
        send(edit(view, record, n, { groups: [{ group, value: n % 3 === 0 ? null : value, p }] }));
      },
    ],
    [
      'step appended',
      (_v, record, n) => {
        const group = `step:${element(n)}`;
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group, value: { kind: 'call', date: '2026-01-01', corrects: null }, p: [] }],
          }),
        );
      },
    ],
    ['offer', (_v, record, n) => void offer(ownerView(record, n), record, otherNode(record.node))],
    ['accept', (_v, _r, n) => accept(targetOf(offerOf(n), n), offerOf(n))],
    [
      'accept on two devices',
      (_v, record, n) => {
        const one = offerOf(n);
        accept(targetOf(one, 0), one);
        accept(targetOf(one, 1), one);
        send(edit(targetOf(one, n), records.at(-1 - (n % 2)) as Record, n), edit(ownerView(record, n), record, n));
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
        const taken = records.at(-1) as Record;
        const back = offer(ownerView(taken, n), taken, record.node);
        accept(targetOf(back, n), back);
        send(edit(ownerView(taken, n), taken, n), edit(ownerView(record, n), records.at(-1) as Record, n));
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
    [
      'revoke a device, and go on with a copy of it',
      (view, record, n) => {
        const { device } = view;
        if (device.node === 'D' || device.seq === 0 || tree.revoked.some(({ dev }) => dev === device.dev)) return;
        const { dev, inc, seq, prev } = device;
        tree.revoked.push({ dev, from: 3, revocation: { good: [{ inc, seq, id: prev }] } });
        const copy = { ...device };
        const stolen: View = { device: copy, seen: new Set(view.seen) };
        send(create(view, 'dispute'), edit(view, records.at(-1) as Record, n), edit(stolen, record, n));
        const sister = views.find((one) => one !== view && one.device.node === device.node);
        if (sister) send(edit(sister, records.at(-1) as Record, n));
        deliveries.push({ roster: 3 });
      },
    ],
    [
      'value that does not fit',
      (_v, record, n) =>
        send(edit(ownerView(record, n), record, n, { groups: [{ group: 'void', value: { voided: 'yes' }, p: [] }] })),
    ],
  ];

  send(create(viewOf(1), 'forum'), create(viewOf(3), 'dispute'));
  for (const { act, who, which } of steps) {
    const [name, move] = moves[act % moves.length] as (typeof moves)[number];
    acts.push(name);
    move(viewOf(who), recordOf(which), who * 7 + which);
  }
  return { tree, deliveries, acts };
}

/** How many different acts there are, for a history that does each. */
export const actCount = 47;
