import { describe, expect, it } from 'vitest';
import shipped from '../../resources/places.json' with { type: 'json' };
import { ancestors, governorateOf, type Place, placeName, placeOf, searchPlaces } from './places.ts';

const places: readonly Place[] = shipped;
const codes = (found: readonly Place[]) => found.map((place) => place.code);

describe('the tree of places', () => {
  it('leads up to the country', () => {
    expect(codes(ancestors(places, 'IQG13Q01'))).toEqual(['IQG13', 'IQ']);
    expect(ancestors(places, 'IQ')).toEqual([]);
    expect(ancestors(places, 'IQG99Q01')).toEqual([]);
  });

  it('finds the governorate', () => {
    expect(governorateOf(places, 'IQG06Q05')).toBe('IQGX01');
    expect(governorateOf(places, 'IQG13')).toBe('IQG13');
    expect(governorateOf(places, 'IQ')).toBeNull();
    expect(governorateOf(places, 'IQG99')).toBeNull();
  });

  it('shows the code of an unknown place', () => {
    expect(placeName(places, 'IQG13Q01', 'ckb-IQ')).toBe('حەویجە');
    expect(placeName(places, 'IQG13Q01', 'kmr-Arab')).toBe('Hawija');
    expect(placeName(places, 'IQG99Q01', 'ar-IQ')).toBe('IQG99Q01');
    expect(placeOf(places, 'IQG99Q01')).toBeUndefined();
  });
});

describe('searchPlaces', () => {
  it.each(['hawi', 'الحويجه', 'حويج', 'حەوی'])('finds Hawija by "%s"', (typed) => {
    expect(codes(searchPlaces(places, typed))).toContain('IQG13Q01');
  });

  it('puts names that begin with the letters first', () => {
    const found = searchPlaces(places, 'kir');
    expect(codes(found).slice(0, 2)).toEqual(['IQG13', 'IQG13Q04']);
  });

  it('answers everything for nothing and nothing for nonsense', () => {
    expect(searchPlaces(places, '  ')).toHaveLength(135);
    expect(searchPlaces(places, 'qqqq')).toEqual([]);
  });
});
