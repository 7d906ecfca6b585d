import { describe, expect, it } from 'vitest';
import shipped from '../../resources/places.json' with { type: 'json' };
import { addedPlaceCode, farFromParentKm, fitsBetween, liesWithin } from './place-rules.ts';
import { ancestors, governorateOf, mergePlaces, placeOf, positionOf } from './places.ts';

const names = { en: 'Nasr', 'ar-IQ': 'النصر', 'ckb-IQ': 'نەسر' };
const added = (code: string, parent: string, level: number, active = true) => ({
  code,
  parent,
  level,
  names,
  position: { lat: 33_500_000, lon: 44_250_000 },
  active,
});
const places = mergePlaces(shipped, [
  added('IQG13Q01-AAAAAA', 'IQG13Q01', 3),
  added('IQG13Q01-BBBBBB', 'IQG13Q01-AAAAAA', 4, false),
]);

describe('added places', () => {
  it('stand behind the shipped ones, in degrees, and lead up to the country', () => {
    expect(places).toHaveLength(shipped.length + 2);
    expect(placeOf(places, 'IQG13Q01-AAAAAA')).toMatchObject({ lat: 33.5, lon: 44.25 });
    expect(governorateOf(places, 'IQG13Q01-BBBBBB')).toBe('IQG13');
  });

  it('lie where the directorate put them', () => {
    const { position } = added('IQG13Q01-CCCCCC', 'IQG13Q01', 3);
    expect(places.filter(({ level }) => level > 2).map(positionOf)).toEqual([position, position]);
  });

  it('are marked once they are no longer offered', () => {
    expect(placeOf(places, 'IQG13Q01-AAAAAA')?.inactive).toBeUndefined();
    expect(placeOf(places, 'IQG13Q01-BBBBBB')?.inactive).toBe(true);
  });

  it('never take over the code of a shipped place', () => {
    expect(placeOf(mergePlaces(shipped, [added('IQG13', 'IQ', 1)]), 'IQG13')?.names.en).toBe('Kirkuk');
  });

  it.each([
    [3, 'IQG13Q01', true],
    [4, 'IQG13Q01', true],
    [2, 'IQG13Q01', false],
    [1, 'IQ', true],
    [4, 'IQG13Q01-BBBBBB', false],
    [4, 'IQG99', false],
  ])('of level %i within %s: %s', (level, parent, fits) => {
    expect(liesWithin(places, level, parent)).toBe(fits);
  });

  it('stay above what lies in them', () => {
    const code = 'IQG13Q01-AAAAAA';
    expect(fitsBetween(places, { code, level: 3, parent: 'IQG13Q01' })).toBe(true);
    expect(fitsBetween(places, { code, level: 4, parent: 'IQG13Q01' })).toBe(false);
  });

  it('do not lie in themselves, though they are put lower than they were', () => {
    const code = 'IQG13Q01-CCCCCC';
    const alone = mergePlaces(shipped, [added(code, 'IQG13Q01', 3)]);
    expect(fitsBetween(alone, { code, level: 4, parent: 'IQG13Q01' })).toBe(true);
    expect(fitsBetween(alone, { code, level: 4, parent: code })).toBe(false);
  });

  it('that two computers put into each other lie in none', () => {
    const circle = mergePlaces(shipped, [
      added('IQG13-AAAAAA', 'IQG13-BBBBBB', 4),
      added('IQG13-BBBBBB', 'IQG13-AAAAAA', 4),
    ]);
    expect(ancestors(circle, 'IQG13-AAAAAA')).toEqual([]);
    expect(governorateOf(circle, 'IQG13-AAAAAA')).toBeNull();
  });

  it.each([
    ['near the seat of the district', 'IQG13Q01', { lat: 35_300_000, lon: 43_700_000 }, null],
    ['at the other end of the country', 'IQG13Q01', { lat: 30_500_000, lon: 47_780_000 }, 654],
    ['far within a governorate', 'IQG01', { lat: 33_035_000, lon: 40_284_000 }, null],
    ['in a place that is not known', 'IQG99', { lat: 30_500_000, lon: 47_780_000 }, null],
  ])('%s: reason asked for at %s', (_, parent, position, km) => {
    expect(farFromParentKm(places, parent, position)).toBe(km);
  });

  it('have codes that begin with the shipped place they lie in', () => {
    expect(addedPlaceCode('IQG13Q01', '01890000-0000-7000-8000-0000004f7a2e')).toBe('IQG13Q01-4F7A2E');
    expect(addedPlaceCode('IQG13Q01-AAAAAA', '01890000-0000-7000-8000-0000004f7a2e')).toBe('IQG13Q01-4F7A2E');
  });
});
