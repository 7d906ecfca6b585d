import { describe, expect, it } from 'vitest';
import lists from '../../resources/code-lists.json' with { type: 'json' };
import { ASSET_KINDS, SITE_KINDS, VEHICLE_KINDS } from './infrastructure.ts';

describe('kinds of infrastructure', () => {
  const shipped = lists.find(({ key }) => key === 'infrastructure_kind')?.entries ?? [];
  const ofFamily = (family: string) =>
    shipped
      .filter(({ attributes }) => (attributes as Readonly<Record<string, string>>).family === family)
      .map(({ code }) => code);

  it('are those of the shipped list, each in its family, and `other` in two', () => {
    expect([...SITE_KINDS]).toEqual([...ofFamily('site'), 'other']);
    expect([...VEHICLE_KINDS]).toEqual(ofFamily('vehicle'));
    expect([...ASSET_KINDS]).toEqual([...ofFamily('vehicle'), ...ofFamily('equipment'), 'other']);
    expect(new Set([...SITE_KINDS, ...ASSET_KINDS])).toEqual(new Set(shipped.map(({ code }) => code)));
  });
});
