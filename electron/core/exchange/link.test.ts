import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { linkStart, linkStep } from './link.ts';

const from = new Uint8Array(16).fill(1);
const to = new Uint8Array(16).fill(2);
const random = new Uint8Array(8).fill(3);

it('hashes an epoch as the format says', () => {
  const expected = createHash('sha256')
    .update('cp1-link\n')
    .update(Buffer.from('0000000000000105', 'hex'))
    .update(random)
    .update(from)
    .update(to)
    .digest();
  expect(Buffer.compare(linkStart({ n: 261, r: random }, from, to), expected)).toBe(0);
});

it('chains ids', () => {
  const start = linkStart({ n: 1, r: random }, from, to);
  const id = new Uint8Array(32).fill(9);
  const expected = createHash('sha256').update(start).update(id).digest();
  expect(Buffer.compare(linkStep(start, id), expected)).toBe(0);
});

it('tells direction and epoch apart', () => {
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
  const hashes = [
    linkStart({ n: 1, r: random }, from, to),
    linkStart({ n: 1, r: random }, to, from),
    linkStart({ n: 2, r: random }, from, to),
    linkStart({ n: 1, r: new Uint8Array(8) }, from, to),
  ].map(hex);
  expect(new Set(hashes).size).toBe(4);
});

it('throws on wrong lengths', () => {
  expect(() => linkStart({ n: 0, r: random }, from, to)).toThrow(RangeError);
  expect(() => linkStart({ n: 1, r: random }, from, new Uint8Array(15))).toThrow(RangeError);
});
