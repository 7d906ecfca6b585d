import { describe, expect, it } from 'vitest';
import shipped from '../../resources/places.json' with { type: 'json' };
import { addedPlaceCode, fitsBetween, liesWithin } from './place-rules.ts';
import { governorateOf, mergePlaces, placeOf } from './places.ts';

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

  it('have codes that begin with the shipped place they lie in', () => {
    expect(addedPlaceCode('IQG13Q01', '01890000-0000-7000-8000-0000004f7a2e')).toBe('IQG13Q01-4F7A2E');
    expect(addedPlaceCode('IQG13Q01-AAAAAA', '01890000-0000-7000-8000-0000004f7a2e')).toBe('IQG13Q01-4F7A2E');
  });
});
