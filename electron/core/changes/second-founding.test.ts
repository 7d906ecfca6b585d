/** @file An office that founds a record of another a second time, and names what it saw there as its own past (docs/adr/0010). */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidToWire } from '#core/changes/ids.ts';
import {
  createRigDevice,
  createRigStore,
  deliver,
  inPassing,
  type RigDevice,
  type RigStore,
  type RigTree,
  type RigWrite,
  stateOf,
  writeChange,
} from '#core/testing/change-rig.ts';
import { headsByForce, storedHeads } from '#core/testing/merge-oracle.ts';
import { shortId, type SignedChange } from './change.ts';
import { replayAll } from './replay.ts';
import { all, get } from './statements.ts';

const agg = uuidToWire('00000000-0000-7000-8000-000000000001');
let [directorate, department, owner, stranger, friend]: readonly RigDevice[] = [];
let tree: RigTree;
let store: RigStore;

beforeEach(() => {
  const devices = ['D', 'G', 'A', 'C', 'B'].map((node) => createRigDevice(node));
  [directorate, department, owner, stranger, friend] = devices;
  tree = { devices, parents: { D: null, G: 'D', A: 'G', C: 'D', B: 'D' }, revoked: [] };
  store = createRigStore(tree);
});
afterEach(() => store.raw.close());

const write = (
  device: RigDevice | undefined,
  own: SignedChange | null,
  groups: RigWrite['groups'],
  more: Partial<RigWrite> = {},
) => writeChange(device as RigDevice, { agg, at: 'dispute', own: own && shortId(own.id), ros: 1, groups, ...more });
const found = (device: RigDevice | undefined, more: Partial<RigWrite> = {}, groups: RigWrite['groups'] = []) =>
  write(device, null, [{ group: 'owner', value: { node: device?.node ?? '' } }, ...groups], more);
let districts = 0;
const place = (...seen: readonly SignedChange[]): RigWrite['groups'] => [
  { group: 'place', value: { district: `IQG${districts++}` }, p: seen.map(({ id }) => shortId(id)) },
];
const correction = { kind: 'correction.dispute.edited' };
const transfer = (to: string, state: string) => ({ to, state, reason: null, parcel: null, papers: [] });
const handOver = (from: RigDevice | undefined, head: SignedChange, to: RigDevice | undefined) => {
  const node = to?.node ?? '';
  const offered = write(from, head, [{ group: 'transfer', value: transfer(node, 'offered') }]);
  const accepted = write(to, head, [
    { group: 'owner', value: { node }, p: [shortId(head.id)] },
    { group: 'transfer', value: transfer(node, 'accepted'), p: [shortId(offered.id)] },
  ]);
  return [offered, accepted] as const;
};

const take = (...changes: readonly SignedChange[]): void =>
  store.raw.transaction(() =>
    deliver(
      store,
      changes.map((change) => ({ change })),
    ),
  )();
const headsOf = (group: string): number => all(store.raw, 'SELECT 1 FROM head WHERE grp = ?', group).length;
const shown = (group: string): string =>
  Buffer.from(get<{ id16: Uint8Array }>(store.raw, 'SELECT id16 FROM val WHERE grp = ?', group)?.id16 ?? []).toString(
    'base64url',
  );

type Expected = { readonly heads: readonly SignedChange[]; readonly shown?: SignedChange; readonly group?: string };

/** Whatever comes first, whatever comes together and however often. */
function expectHeads(changes: readonly SignedChange[], expected: Expected): void {
  const { heads, group = 'place' } = expected;
  const whole = fc.shuffledSubarray([...changes], { minLength: changes.length });
  const again = fc.shuffledSubarray([...changes]);
  const cuts = fc.array(fc.nat(2 * changes.length));
  const states = new Set<string>();
  fc.assert(
    fc.property(whole, again, cuts, (order, repeated, at) => {
      inPassing(store, () => {
        const sent = [...order, ...repeated];
        const ends = [...new Set([...at.filter((cut) => cut < sent.length), sent.length])].toSorted((a, b) => a - b);
        let from = 0;
        for (const end of ends) {
          deliver(
            store,
            sent.slice(from, end).map((change) => ({ change })),
          );
          from = end;
        }
        const stored = storedHeads(store);
        expect(stored.get(`${agg} ${group}`)).toEqual(heads.map(({ id }) => shortId(id)).toSorted());
        expect(stored).toEqual(headsByForce(store));
        if (expected.shown) expect(shown(group)).toBe(shortId(expected.shown.id));
        states.add(JSON.stringify(stateOf(store)));
        replayAll(store.raw, store.context);
        states.add(JSON.stringify(stateOf(store)));
      });
    }),
    { numRuns: 60 },
  );
  expect(states.size).toBe(1);
}

describe('a second founding', () => {
  it('hides nothing: what its founder names as seen stays current beside his own', () => {
    const [first, second] = [found(owner), found(stranger)];
    const value = write(owner, first, place());
    const rival = write(stranger, second, place(value));
    expectHeads([first, value, second, rival], { heads: [value, rival] });
    const later = write(stranger, second, place(value, rival));
    expectHeads([first, value, second, rival, later], { heads: [value, later] });
  });

  it('lends its values no rank by what they name', () => {
    const [first, second] = [found(owner), found(stranger)];
    const one = write(owner, first, place());
    const two = write(owner, first, place(one));
    const rival = write(stranger, second, place(two, one));
    expectHeads([first, one, two, second, rival], { heads: [two, rival], shown: two });
  });

  it('hides nothing by the founding itself', () => {
    const first = found(owner);
    const value = write(owner, first, place());
    const second = found(stranger, {}, place(value));
    expectHeads([first, value, second], { heads: [value, second] });
  });

  it('hides nothing when only a newer program understands it', () => {
    const [first, second] = [found(owner), found(stranger, { kv: 9 })];
    const value = write(owner, first, place());
    const rival = write(stranger, second, place(value));
    expectHeads([first, value, second, rival], { heads: [value, rival] });
  });

  it('hides nothing as a record of another type, from above neither', () => {
    const meeting = { at: 'meeting' };
    const first = found(owner);
    const value = write(owner, first, place());
    const second = found(stranger, meeting);
    const session = (...seen: readonly SignedChange[]): RigWrite['groups'] => {
      const p = seen.map(({ id }) => shortId(id));
      return [{ group: 'place', value: { forum: '-'.repeat(36), year: 2026, number: 1 }, p }];
    };
    const rival = write(stranger, second, session(value), meeting);
    expectHeads([first, value, second, rival], { heads: [value, rival] });
    const above = write(directorate, second, session(value, rival), { ...meeting, kind: 'correction.meeting.edited' });
    expectHeads([first, value, second, rival, above], { heads: [value, above] });
  });

  it('hides nothing by the hand of another office that took it over', () => {
    const [first, second] = [found(owner), found(stranger)];
    const value = write(owner, first, place());
    const [offered, accepted] = handOver(stranger, second, friend);
    const rival = write(friend, accepted, place(value));
    expectHeads([first, value, second, offered, accepted, rival], { heads: [value, rival] });
  });

  it('does not end an offer of the owner either', () => {
    const [first, second] = [found(owner), found(stranger)];
    const offered = write(owner, first, [{ group: 'transfer', value: transfer('D', 'offered') }]);
    const seen = [shortId(offered.id)];
    const rival = write(stranger, second, [{ group: 'transfer', value: transfer('D', 'withdrawn'), p: seen }]);
    expectHeads([first, offered, second, rival], { heads: [offered, rival], group: 'transfer' });
  });

  it('shows as two owners, and is undone in every group when its device is revoked', () => {
    const first = found(owner);
    const value = write(owner, first, place());
    take(first, value);
    const before = stateOf(store);
    const second = found(stranger);
    take(second, write(stranger, second, place(value)));
    expect([headsOf('owner'), headsOf('place')]).toEqual([2, 2]);
    tree.revoked.push({ dev: stranger?.dev ?? '', from: 2, revocation: { good: [] } });
    store.raw.transaction(() => deliver(store, [{ roster: 2 }]))();
    const { digest, projections } = stateOf(store);
    expect({ digest, projections }).toEqual({ digest: before.digest, projections: before.projections });
    expect([headsOf('owner'), headsOf('place')]).toEqual([1, 1]);
  });
});

describe('a conflict between two foundings', () => {
  it('is settled by each owner for what stands in his own line', () => {
    const [first, second] = [found(owner), found(stranger)];
    const [one, two] = [write(owner, first, place()), write(owner, first, place())];
    const rival = write(stranger, second, place());
    const settled = write(owner, first, place(one, two, rival));
    expectHeads([first, one, two, second, rival, settled], { heads: [settled, rival] });
  });

  it('is settled whole by the directorate, under either head', () => {
    const [first, second] = [found(owner), found(stranger)];
    const [value, rival] = [write(owner, first, place()), write(stranger, second, place())];
    const both = [first, value, second, rival];
    const settled = write(directorate, first, place(value, rival), correction);
    expectHeads([...both, settled], { heads: [settled], shown: settled });
    const other = write(directorate, second, place(value, rival), correction);
    expectHeads([...both, other], { heads: [other] });
    // What the directorate wrote in one line is as safe from the other as what the owner wrote there.
    const again = write(stranger, second, place(settled));
    expectHeads([...both, settled, again], { heads: [settled, again], shown: settled });
  });

  it('is settled by a department for the office below it', () => {
    const [first, second] = [found(owner), found(stranger)];
    const [value, rival] = [write(owner, first, place()), write(stranger, second, place())];
    const settled = write(department, first, place(value, rival), correction);
    expectHeads([first, value, second, rival, settled], { heads: [settled, rival] });
  });

  it('is settled by an owner to whom the other hands the record over, and ends there', () => {
    const [first, second] = [found(owner), found(stranger)];
    const [value, rival] = [write(owner, first, place()), write(stranger, second, place())];
    const [offered, accepted] = handOver(stranger, second, owner);
    const handedOver = [first, value, second, rival, offered, accepted];
    for (const head of [first, accepted]) {
      const settled = write(owner, head, place(value, rival));
      expectHeads([...handedOver, settled], { heads: [settled] });
    }
  });

  it('is settled by a node above that the other handed it over to', () => {
    const [first, second] = [found(owner), found(stranger)];
    const [value, rival] = [write(owner, first, place()), write(stranger, second, place())];
    const [offered, accepted] = handOver(stranger, second, department);
    const handedOver = [first, value, second, rival, offered, accepted];
    const settled = write(department, accepted, place(value, rival));
    expectHeads([...handedOver, settled], { heads: [settled] });
    const byMediator = write(department, accepted, place(value, rival), { role: 'hlp_mediator' });
    expectHeads([...handedOver, byMediator], { heads: [value, byMediator] });
  });
});
