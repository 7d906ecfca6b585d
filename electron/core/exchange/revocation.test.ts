/** @file Which changes of a revoked device count, also where a part of its chain is all that is here. */
import { describe, expect, it } from 'vitest';
import { insertChange } from '#core/changes/log-rows.ts';
import { limits } from '#core/changes/limits.ts';
import { parseHeader } from '#core/changes/change.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { createRigDevice, createRigStore, writeChange } from '#core/testing/change-rig.ts';
import { type ChainLink, everythingHere, everythingUpTo, goodChanges } from './revocation.ts';

const link = (id: string, seq: number, prev: string, inc = 'i'): ChainLink => ({ id, seq, prev, inc });
const chain = [link('a', 1, '-'), link('b', 2, 'a'), link('c', 3, 'b'), link('d', 4, 'c')];
const upTo = (id: string, seq: number, inc = 'i') => ({ good: [{ id, seq, inc }] });
const good = (links: readonly ChainLink[], revocation = upTo('c', 3)): string =>
  [...goodChanges(revocation, links)]
    .map(({ id }) => id)
    .toSorted()
    .join('');

describe('the good changes of a revoked device', () => {
  it('are its past up to the last good one', () => {
    expect(good(chain)).toBe('abc');
    expect(good(chain, upTo('a', 1))).toBe('a');
  });

  it('are none where no incarnation is named, and none of another incarnation', () => {
    expect(good(chain, { good: [] } as never)).toBe('');
    expect(good([...chain, link('x', 1, 'c', 'j')])).toBe('abc');
  });

  it('are none that share a number with one in the chain', () => {
    expect(good([...chain, link('x', 3, 'b')])).toBe('abc');
    expect(good([...chain, link('x', 2, 'a'), link('y', 1, '-')])).toBe('abc');
  });

  it('are both of two with one number where the chain above has a hole, until it is filled', () => {
    const holed = chain.filter(({ id }) => id !== 'b');
    expect(good([...holed, link('x', 1, '-')])).toBe('acx');
    expect(good([...chain, link('x', 1, '-')])).toBe('abc');
  });

  it('do not depend on the order in which they came', () => {
    const links = [...chain, link('x', 3, 'b'), link('y', 2, 'a'), link('z', 4, 'x')];
    for (let turn = 0; turn < links.length; turn++) {
      expect(good([...links.slice(turn), ...links.slice(0, turn)])).toBe('abc');
      expect(good(links.toReversed())).toBe('abc');
    }
  });
});

describe('a device with more lives than a roster has room for', () => {
  it('can be revoked all the same; the lives that came first are kept', () => {
    const device = createRigDevice('A');
    const store = createRigStore({ devices: [device], parents: { A: null }, revoked: [] });
    const lives: string[] = [];
    let last = new Uint8Array(0);
    store.raw.exec('BEGIN; INSERT INTO applying (k) VALUES (1)');
    for (let life = 0; life < limits.incarnationsPerDevice + 2; life++) {
      const inc = toBase64Url(randomBytes(8));
      lives.push(inc);
      const next = { ...device, inc, seq: 0 };
      const change = writeChange(next, {
        agg: toBase64Url(randomBytes(16)),
        at: 'forum',
        groups: [{ group: 'owner', value: { node: 'A' } }],
        own: null,
      });
      device.prev = next.prev;
      const header = parseHeader(change.headerBytes);
      if (!header.ok) throw new Error(header.error.code);
      insertChange(store.raw, change, header.value, { verdict: { verdict: 'ok' }, checked: 'own', source: null });
      last = Buffer.from(change.id.subarray(0, 16));
    }
    const dev = Buffer.from(device.dev, 'base64url');
    const kept = lives.slice(0, limits.incarnationsPerDevice).toSorted();
    expect(everythingHere(store.raw, dev).good.map(({ inc }) => inc)).toEqual(kept);
    expect(everythingUpTo(store.raw, dev, last)?.good.map(({ inc }) => inc)).toEqual(kept);
    store.raw.close();
  });
});
