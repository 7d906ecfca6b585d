/** @file Which changes of a revoked device count, also where a part of its chain is all that is here. */
import { describe, expect, it } from 'vitest';
import { type ChainLink, goodChanges } from './revocation.ts';

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
