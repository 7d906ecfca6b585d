import { describe, expect, it } from 'vitest';
import lists from '../../resources/code-lists.json' with { type: 'json' };
import { ASSET_KINDS, SITE_KINDS, VEHICLE_KINDS } from './infrastructure.ts';
import { fromMinor, toMinor } from './money.ts';

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

describe('an amount', () => {
  it('is kept in the smallest unit of its currency', () => {
    expect(toMinor(25_000, 'USD')).toBe(2_500_000);
    expect(toMinor(25_000, 'IQD')).toBe(25_000_000);
    expect(fromMinor(2_500_050, 'USD')).toBe(25_000.5);
    expect(fromMinor(7, 'XYZ')).toBe(7);
  });
});
