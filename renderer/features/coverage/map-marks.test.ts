import { describe, expect, it } from 'vitest';
import type { CoverageView } from '#shared/contract/coverage.ts';
import { forumMarks, serviceLines } from './map-marks.ts';

const baghdad = { lat: 33_312_800, lon: 44_361_500 };
const basra = { lat: 30_508_500, lon: 47_780_400 };

const forum = (name: string, more: Partial<CoverageView['forums'][number]> = {}) => ({
  id: name,
  name,
  place: 'IQG08',
  position: baghdad,
  ownerName: '',
  officeId: null,
  officeName: '',
  km: null,
  findings: [],
  nearest: null,
  ...more,
});
const office = (id: string, position: typeof baghdad | null) => ({
  id,
  kind: 'community_police_office',
  name: id,
  place: 'IQG08',
  position,
  approximate: false,
  status: 'in_use',
  ownerName: '',
  inUse: true,
  forums: 0,
  full: false,
  far: 0,
});
const view = (offices: CoverageView['offices'], forums: CoverageView['forums']): CoverageView => ({
  rules: { maxForums: 5, radiusKm: 50 },
  offices,
  forums,
});

describe('marks on the map', () => {
  it('stand for all forums of one position; a forum without one has none', () => {
    const forums = [
      forum('a'),
      forum('b', { position: basra }),
      forum('c', { findings: ['no_office'] }),
      forum('d', { position: null }),
    ];
    expect(forumMarks(forums)).toEqual([
      { position: baghdad, names: ['a', 'c'], wrong: 1 },
      { position: basra, names: ['b'], wrong: 0 },
    ]);
  });

  it('are joined with their office once, where the two do not lie on each other', () => {
    const offices = [office('x', baghdad), office('y', null)];
    const forums = [
      forum('a', { officeId: 'x' }),
      forum('b', { officeId: 'x', position: basra }),
      forum('c', { officeId: 'x', position: basra }),
      forum('d', { officeId: 'y' }),
      forum('e'),
    ];
    const lines = serviceLines(view(offices, forums));
    expect(lines.map(({ from, to }) => [from, to])).toEqual([[baghdad, basra]]);
  });
});
