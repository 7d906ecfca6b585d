import { describe, expect, it } from 'vitest';
import { type CoverageForum, type CoverageOffice, coverageOf, isWithinRadius } from './coverage.ts';
import type { Position } from './position.ts';

const rules = { maxForums: 2, radiusKm: 50 };
/** So many kilometres north of one point. */
const north = (km: number): Position => ({ lat: 33_000_000 + Math.round((km / 111.195) * 1e6), lon: 44_000_000 });

const office = (id: string, km: number | null, inUse = true): CoverageOffice => ({
  id,
  position: km === null ? null : north(km),
  inUse,
});
const forum = (id: string, km: number | null, served: string | null): CoverageForum => ({
  id,
  position: km === null ? null : north(km),
  office: served,
});
const judge = (offices: readonly CoverageOffice[], forums: readonly CoverageForum[]) =>
  coverageOf(offices, forums, rules).forums.map(({ id, findings, nearest }) => [id, findings, nearest?.office ?? null]);

describe('coverage', () => {
  it('finds nothing where an office in use serves few forums near by', () => {
    expect(judge([office('a', 0)], [forum('f', 49.9, 'a'), forum('g', 0, 'a')])).toEqual([
      ['f', [], null],
      ['g', [], null],
    ]);
  });

  it.each([
    ['no office', [office('a', 0)], forum('f', 10, null), ['no_office'], 'a'],
    ['an office that is not recorded', [office('a', 0)], forum('f', 10, 'x'), ['office_unknown'], 'a'],
    ['an office out of use', [office('a', 0, false), office('b', 20)], forum('f', 10, 'a'), ['office_not_in_use'], 'b'],
    ['an office too far', [office('a', 0), office('b', 90)], forum('f', 60, 'a'), ['too_far'], 'b'],
    ['a place without a position', [office('a', 0)], forum('f', null, 'a'), ['no_position'], null],
    ['an office without a position', [office('a', null)], forum('f', 10, 'a'), ['no_position'], null],
    ['neither office nor position', [office('a', 0)], forum('f', null, null), ['no_office', 'no_position'], null],
  ] as const)('tells of a forum with %s', (_, offices, one, findings, nearest) => {
    expect(judge(offices, [one])).toEqual([['f', findings, nearest]]);
  });

  it('tells every forum of an office that serves too many, and names the nearest with room', () => {
    const forums = ['f', 'g', 'h'].map((id) => forum(id, 1, 'a'));
    const full = [forum('i', 0, 'b'), forum('j', 0, 'b')];
    const covered = coverageOf([office('a', 0), office('b', 5), office('c', 70)], [...forums, ...full], rules);
    expect(covered.offices).toEqual([
      { id: 'a', forums: 3, full: true, far: 0 },
      { id: 'b', forums: 2, full: false, far: 0 },
      { id: 'c', forums: 0, full: false, far: 0 },
    ]);
    for (const { findings, nearest } of covered.forums.slice(0, 3)) {
      expect(findings).toEqual(['office_full']);
      // b is nearer, but has no room; c is beyond the radius, and said to be.
      expect(nearest).toMatchObject({ office: 'c', within: false });
    }
    expect(covered.forums[3]).toMatchObject({ findings: [], nearest: null });
  });

  it('counts the forums beyond the radius of each office', () => {
    const { offices, forums } = coverageOf([office('a', 0)], [forum('f', 50.1, 'a'), forum('g', 49.9, 'a')], rules);
    expect(offices[0]?.far).toBe(1);
    expect(forums[0]?.km).toBeCloseTo(50.1, 1);
  });

  it('names the same of two at the same distance whatever their order', () => {
    const two = [office('b', 0), office('a', 0)];
    expect(judge(two, [forum('f', 0, null)])).toEqual(judge(two.toReversed(), [forum('f', 0, null)]));
  });

  it('judges one pair, where both positions are known', () => {
    expect(isWithinRadius(north(0), north(50), 50.01)).toBe(true);
    expect(isWithinRadius(north(0), north(80), 50)).toBe(false);
    // Half a kilometre is not rounded away.
    expect(isWithinRadius(north(0), north(50.4), 50)).toBe(false);
    expect(isWithinRadius(null, north(80), 50)).toBeNull();
  });
});
