import { describe, expect, it } from 'vitest';
import { causeOf, togetherOf } from './conflict-cause.ts';

const owner = { node: 'office', name: 'Office' };
const above = (node: string): boolean => node === 'directorate';
const author = (node: string, dev: string, inc = dev, own = 'o1') => ({
  header: { dev, inc, own },
  node,
  nodeName: node[0]?.toUpperCase() + node.slice(1),
});
const causeBetween = (...authors: ReturnType<typeof author>[]) => causeOf(authors, owner, above);

describe('the cause of a conflict', () => {
  it.each([
    ['correction', [author('office', 'a'), author('directorate', 'd')]],
    ['two-devices', [author('office', 'a'), author('office', 'b')]],
    ['restore', [author('office', 'a', 'life 1'), author('office', 'a', 'life 2')]],
    ['copied-device', [author('office', 'a'), author('office', 'a')]],
    ['handed-over', [author('office', 'a', 'a', 'o2'), author('neighbour', 'n', 'n', 'o1')]],
    ['two-offices', [author('office', 'a'), author('neighbour', 'n')]],
  ] as const)('is %s', (kind, authors) => {
    expect(causeBetween(...authors).kind).toBe(kind);
  });

  it('names the office and who else wrote', () => {
    const authors = [author('office', 'a'), author('directorate', 'd')];
    expect(causeBetween(...authors)).toMatchObject({ office: 'Office', other: 'Directorate' });
    expect(causeBetween(author('office', 'a'), author('office', 'b'))).toMatchObject({ other: 'Office' });
  });
});

it('brings together what the same lives of the same devices wrote, in whatever order they are named', () => {
  const [a, b, c] = [author('office', 'a'), author('directorate', 'd'), author('office', 'a', 'life 2')];
  expect(togetherOf([a, b])).toBe(togetherOf([b, a]));
  expect(togetherOf([a, b])).not.toBe(togetherOf([c, b]));
});
