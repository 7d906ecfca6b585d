/** @file The devices of a random history: what each of them was shown, and how they write. */
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
} from '#core/testing/change-rig.ts';

/** A record under one of its ownership heads. */
export type OwnedRecord = { readonly agg: string; readonly at: string; readonly node: string; readonly own: string };
type Written = { readonly id: string; readonly agg: string; readonly p: ReadonlyMap<string, readonly string[]> };
export type View = { readonly device: RigDevice; readonly seen: Set<Written> };

/** What may be done: by whom, to which record, and a number to choose by. */
export type Act = readonly [name: string, run: (view: View, record: OwnedRecord, n: number) => void];

/** An element id; there are three. */
export const element = (n: number): string => `00000000-0000-7000-8000-00000000000${n % 3}`;
/** A node whose id may stand in a group token. */
export const reader = '00000000-0000-7000-8000-0000000000aa';
export const unknownId = (): string => toBase64Url(randomBytes(16));
export const otherNode = (node: string): string => (node === 'A' ? 'B' : 'A');

export type Authors = ReturnType<typeof createAuthors>;

export function createAuthors() {
  const devices = [createRigDevice('D'), createRigDevice('A'), createRigDevice('A'), createRigDevice('B', 2)];
  const tree: RigTree = {
    devices: [...devices, createRigDevice(reader)],
    parents: { D: null, A: 'D', B: 'D', [reader]: 'D' },
    revoked: [],
  };
  const views: View[] = devices.map((device) => ({ device, seen: new Set() }));
  const records: OwnedRecord[] = [];
  const deliveries: Delivery[] = [{ roster: 2 }];

  const viewOf = (n: number): View => views[n % views.length] as View;
  const officeView = (n: number): View => views[1 + (n % (views.length - 1))] as View;
  const recordOf = (n: number): OwnedRecord => records[n % records.length] as OwnedRecord;

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
  const edit = (view: View, record: OwnedRecord, n: number, more: Partial<RigWrite> = {}): SignedChange => {
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
  const restricted = (view: View, record: OwnedRecord, value: object): SignedChange => {
    const group = 'voidReason';
    const p = heads(view, record.agg, group);
    return sign(view, {
      agg: record.agg,
      at: record.at,
      own: record.own,
      groups: [{ group, value: value as never, p }],
    });
  };
  const ownerView = (record: OwnedRecord, n: number): View =>
    views.filter(({ device }) => device.node === record.node)[record.node === 'A' ? n % 2 : 0] as View;

  return {
    tree,
    views,
    records,
    deliveries,
    viewOf,
    officeView,
    ownerView,
    recordOf,
    heads,
    sign,
    send,
    create,
    edit,
    restricted,
  };
}
