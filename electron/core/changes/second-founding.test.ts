/** @file An office that founds a record of another a second time, and names what it saw there as its own past (docs/adr/0010). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { uuidToWire } from '#core/changes/ids.ts';
import {
  createRigDevice,
  createRigStore,
  deliver,
  type RigDevice,
  type RigStore,
  type RigTree,
  stateOf,
  writeChange,
} from '#core/testing/change-rig.ts';
import { shortId, type SignedChange } from './change.ts';
import { all } from './statements.ts';

const agg = uuidToWire('00000000-0000-7000-8000-000000000001');
let owner: RigDevice;
let stranger: RigDevice;
let tree: RigTree;
let store: RigStore;

beforeEach(() => {
  [owner, stranger] = [createRigDevice('A'), createRigDevice('C')];
  tree = { devices: [owner, stranger], parents: { D: null, A: 'D', C: 'D' }, revoked: [] };
  store = createRigStore(tree);
});
afterEach(() => store.raw.close());

const write = (device: RigDevice, own: string | null, groups: Parameters<typeof writeChange>[1]['groups']) =>
  writeChange(device, { agg, at: 'dispute', own, ros: 1, groups });
const take = (...changes: readonly SignedChange[]): void =>
  store.raw.transaction(() =>
    deliver(
      store,
      changes.map((change) => ({ change })),
    ),
  )();
const headsOf = (group: string): number => all(store.raw, 'SELECT 1 FROM head WHERE grp = ?', group).length;

it('shows as two owners, and is undone in every group when its device is revoked', () => {
  const founding = write(owner, null, [{ group: 'owner', value: { node: 'A' } }]);
  const place = write(owner, shortId(founding.id), [{ group: 'place', value: { district: 'IQG10' } }]);
  take(founding, place);
  const before = stateOf(store);
  const second = write(stranger, null, [{ group: 'owner', value: { node: 'C' } }]);
  const hides = [{ group: 'place', value: { district: 'IQG11' }, p: [shortId(place.id)] }];
  take(second, write(stranger, shortId(second.id), hides));
  expect(headsOf('owner')).toBe(2);
  tree.revoked.push({ dev: stranger.dev, from: 2, revocation: { good: [] } });
  store.raw.transaction(() => deliver(store, [{ roster: 2 }]))();
  const { digest, projections } = stateOf(store);
  expect({ digest, projections }).toEqual({ digest: before.digest, projections: before.projections });
  expect([headsOf('owner'), headsOf('place')]).toEqual([1, 1]);
});
