import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createRigDevice,
  createRigStore,
  deliver,
  type RigDevice,
  stateOf,
  writeChange,
} from '#core/testing/change-rig.ts';
import { countOf, type RigStore } from '#core/testing/change-rig.ts';
import { uuidToWire } from './ids.ts';
import { type SignedChange, shortId } from './change.ts';
import { takeUp } from './take-up.ts';

const program = vi.hoisted(() => ({ version: 1 }));
vi.mock('./understood.ts', async (original) => ({
  ...(await original<typeof import('./understood.ts')>()),
  isUnderstood: ({ kv }: { readonly kv: number }) => kv <= program.version,
}));

const agg = uuidToWire('0198c0de-0000-7000-8000-000000000001');
let office: RigDevice;
let stores: RigStore[];

beforeEach(() => {
  office = createRigDevice('O');
  const tree = { devices: [office, createRigDevice('D')], parents: { D: null, O: 'D' }, revoked: [] };
  stores = [createRigStore(tree), createRigStore(tree)];
});
afterEach(() => {
  for (const { raw } of stores) raw.close();
});

const status = (kv: number, own: string, value: { status: string | number }, p: readonly string[]): SignedChange =>
  writeChange(office, { agg, at: 'forum', own, ros: 1, kv, groups: [{ group: 'status', value, p }] });

function take({ raw, ...rest }: RigStore, changes: readonly SignedChange[], version: number): void {
  program.version = version;
  raw.transaction(() =>
    deliver(
      { raw, ...rest },
      changes.map((change) => ({ change })),
    ),
  )();
}

it('brings a home to where a newer program would have had it from the start', () => {
  const owner = writeChange(office, {
    agg,
    at: 'forum',
    own: null,
    ros: 1,
    groups: [{ group: 'owner', value: { node: 'O' } }],
  });
  const own = shortId(owner.id);
  const first = status(1, own, { status: 'active' }, []);
  const newer = status(2, own, { status: 'resting' }, [shortId(first.id)]);
  const unfit = status(2, own, { status: 7 }, []);
  const history = [owner, first, newer, unfit, status(3, own, { status: 'of a yet newer one' }, [])];
  const [updated, always] = stores as [RigStore, RigStore];
  take(updated, history, 1);
  take(always, history, 2);
  expect(stateOf(updated)).not.toEqual(stateOf(always));
  updated.raw.transaction(() => takeUp(updated.raw, updated.context))();
  expect(stateOf(updated)).toEqual(stateOf(always));
  expect(countOf(updated, "SELECT count(*) AS n FROM chg WHERE verdict = 'quarantined'")).toBe(1);
  expect(countOf(updated, "SELECT count(*) AS n FROM chg WHERE projected = 0 AND verdict = 'ok'")).toBe(1);
});
