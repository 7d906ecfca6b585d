import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { areasOf } from './areas.ts';
import { registry } from './registry.ts';

const families = new Set(Object.keys(contract).map((name) => name.split('.')[0]));

describe('what screens read anew', () => {
  it.each(Object.keys(registry))('after a change of a %s is named by families of methods', (at) => {
    const areas = areasOf(at);
    expect(areas).not.toEqual([]);
    expect(areas.filter((area) => !families.has(area))).toEqual([]);
  });

  it('holds what tells of such records on pages of others', () => {
    expect(areasOf('site')).toEqual(expect.arrayContaining(['forums', 'coverage', 'holdings']));
    expect(areasOf('asset')).toContain('holdings');
    expect(areasOf('forum')).toEqual(expect.arrayContaining(['issues', 'actions', 'plans', 'mappings']));
    expect(areasOf('rule')).toEqual(expect.arrayContaining(['rules', 'coverage', 'plans', 'actions']));
    expect(areasOf('place')).toEqual(expect.arrayContaining(['places', 'coverage']));
  });

  it('holds nothing of the other compartment', () => {
    expect(areasOf('forum')).not.toContain('disputes');
    expect(areasOf('dispute')).not.toContain('forums');
  });
});
