/** @file Who else gets the changes of a record: nobody can draw in what was written under a head that is not behind his own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidToWire } from '#core/changes/ids.ts';
import {
  createRigDevice,
  createRigStore,
  deliver,
  type RigDevice,
  type RigStore,
  writeChange,
} from '#core/testing/change-rig.ts';
import { parseHeader, shortId, type SignedChange } from './change.ts';
import { createParticipants } from './participants.ts';

const reader = '00000000-0000-7000-8000-0000000000aa';
const agg = uuidToWire('00000000-0000-7000-8000-000000000001');
let [a, b, c]: readonly RigDevice[] = [];
let store: RigStore;

beforeEach(() => {
  [a, b, c] = ['A', 'B', 'C'].map((node) => createRigDevice(node));
  const devices = [a, b, c, createRigDevice(reader)] as RigDevice[];
  const parents = { D: null, A: 'D', B: 'D', C: 'D', [reader]: 'D' };
  store = createRigStore({ devices, parents, revoked: [] });
});
afterEach(() => store.raw.close());

const write = (
  device: RigDevice | undefined,
  own: string | null,
  groups: Parameters<typeof writeChange>[1]['groups'],
) => writeChange(device as RigDevice, { agg, at: 'dispute', own, ros: 1, groups });
const found = (device: RigDevice | undefined) =>
  write(device, null, [{ group: 'owner', value: { node: device?.node ?? '' } }]);
const value = (to: string, state: string) => ({ to, state, reason: null, parcel: null, papers: [] });
const offer = (device: RigDevice | undefined, own: string, to: string) =>
  write(device, own, [{ group: 'transfer', value: value(to, 'offered') }]);
const accept = (device: RigDevice | undefined, own: string, offered: SignedChange) =>
  write(device, own, [
    { group: 'owner', value: { node: device?.node ?? '' }, p: [own] },
    { group: 'transfer', value: value(device?.node ?? '', 'accepted'), p: [shortId(offered.id)] },
  ]);
const edit = (device: RigDevice | undefined, own: string) =>
  write(device, own, [{ group: 'place', value: { district: 'IQG10' } }]);
const take = (...changes: readonly SignedChange[]): void =>
  store.raw.transaction(() =>
    deliver(
      store,
      changes.map((change) => ({ change })),
    ),
  )();
const others = (change: SignedChange): string[] => {
  const header = parseHeader(change.headerBytes);
  if (!header.ok) throw new Error('no header');
  return createParticipants(store.raw, store.context.rosterAt).of(shortId(change.id), header.value).toSorted();
};

describe('those who take part in a record', () => {
  it('are nobody but its owner while it was never offered or shared', () => {
    const founding = found(a);
    take(founding, found(c));
    expect(others(founding)).toEqual([]);
  });

  it('are the office it is offered to, until that is over, and those it is shared with', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const shared = write(a, head, [{ group: `share:${reader}`, value: { parcel: null, papers: [] } }]);
    take(founding, offered, shared);
    expect(others(edit(a, head))).toEqual([reader, 'A', 'B']);
    take(write(b, head, [{ group: 'transfer', value: value('B', 'returned'), p: [shortId(offered.id)] }]));
    expect(others(edit(a, head))).toEqual([reader, 'A']);
    take(write(a, head, [{ group: `share:${reader}`, value: null, p: [shortId(shared.id)] }]));
    expect(others(edit(a, head))).toEqual(['A']);
  });

  it('are those too to whom it was offered or who read it once, for what that rested on and what ended it', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const withdrawn = write(a, head, [{ group: 'transfer', value: value('B', 'withdrawn'), p: [shortId(offered.id)] }]);
    const group = `share:${reader}`;
    const shared = write(a, head, [{ group, value: { parcel: null, papers: [] } }]);
    const ended = write(a, head, [{ group, value: null, p: [shortId(shared.id)] }]);
    take(founding, offered, withdrawn, shared, ended);
    expect(others(founding)).toEqual([reader, 'A', 'B']);
    for (const change of [offered, withdrawn]) expect(others(change)).toEqual(['A', 'B']);
    for (const change of [shared, ended]) expect(others(change)).toEqual([reader, 'A']);
    expect(others(edit(a, head))).toEqual(['A']);
  });

  it('are an owner in between, for all that its own time rests on', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const accepted = accept(b, head, offered);
    const own = shortId(accepted.id);
    const onward = offer(b, own, 'C');
    const last = accept(c, own, onward);
    take(founding, offered, accepted, onward, last);
    for (const change of [founding, offered, accepted]) expect(others(change)).toEqual(['B', 'C']);
    for (const change of [onward, last]) expect(others(change)).toEqual(['C']);
    expect(others(edit(a, head))).toEqual(['C']);
  });

  it('are the new owner for what the old one wrote, and not the old one for what the new one writes', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const accepted = accept(b, head, offered);
    take(founding, offered, accepted);
    expect(others(edit(a, head))).toEqual(['B']);
    expect(others(edit(b, shortId(accepted.id)))).toEqual(['B']);
  });

  it('are not those to whom a former owner offers it once more, or shares it, for what the new owner writes', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const accepted = accept(b, head, offered);
    const again = offer(a, head, 'C');
    const shared = write(a, head, [{ group: `share:${reader}`, value: { parcel: null, papers: [] } }]);
    take(founding, offered, accepted, again, accept(c, head, again), shared);
    expect(others(edit(b, shortId(accepted.id)))).toEqual(['B']);
    expect(others(edit(a, head))).toEqual([reader, 'B', 'C']);
  });

  it('are named by nobody who calls the record a type that is not known here, and lost through nobody who does', () => {
    const founding = found(a);
    const head = shortId(founding.id);
    const shared = write(a, head, [{ group: `share:${reader}`, value: { parcel: null, papers: [] } }]);
    const groups = [
      { group: 'owner', value: { node: 'C' } },
      { group: `share:${reader}`, value: null, p: [shortId(shared.id)] },
    ];
    take(founding, shared, writeChange(c as RigDevice, { agg, at: 'census', own: head, ros: 1, groups }));
    expect(others(edit(a, head))).toEqual([reader, 'A']);
  });

  it('are not those of a second founding by a stranger', () => {
    const [founding, second] = [found(a), found(c)];
    const offered = offer(c, shortId(second.id), 'B');
    take(founding, second, offered, accept(b, shortId(second.id), offered), edit(a, shortId(founding.id)));
    expect(others(edit(a, shortId(founding.id)))).toEqual(['A']);
    expect(others(edit(c, shortId(second.id)))).toEqual(['B']);
  });

  it('are not lost through a second founding by a stranger', () => {
    const [founding, second] = [found(a), found(c)];
    const head = shortId(founding.id);
    const offered = offer(a, head, 'B');
    const group = `share:${reader}`;
    const shared = write(a, head, [{ group, value: { parcel: null, papers: [] } }]);
    const seen = (change: SignedChange) => [shortId(change.id)];
    take(founding, offered, shared, second);
    take(
      write(c, shortId(second.id), [{ group, value: null, p: seen(shared) }]),
      write(c, shortId(second.id), [{ group: 'transfer', value: value('B', 'withdrawn'), p: seen(offered) }]),
    );
    expect(others(edit(a, head))).toEqual([reader, 'A', 'B']);
  });
});
