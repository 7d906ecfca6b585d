import { describe, expect, it } from 'vitest';
import places from '../../resources/places.json' with { type: 'json' };
import { ADULTS, ageBandOf, CHILDREN, IRAQI_YOUTH, isAgeBand, OLDER_PEOPLE, UN_YOUTH } from './age-band.ts';
import { INTAKE_CONSENT_SCOPES, isConsentAnswered, REQUIRED_CONSENT_SCOPES } from './consent.ts';
import { AGE_BAND } from './generated/code-lists.ts';
import { canStandUnder, certifies, NODE_KINDS, servicesFit } from './node-kinds.ts';
import { GOVERNORATE_LETTERS, isOfficeCode, nextOfficeCode, officeCode } from './office-code.ts';

describe('office codes', () => {
  it('have two letters for every governorate, each its own', () => {
    const governorates = places.filter((place) => place.level === 1).map((place) => place.code);
    expect(Object.keys(GOVERNORATE_LETTERS).sort()).toEqual(governorates.sort());
    expect(new Set(Object.values(GOVERNORATE_LETTERS)).size).toBe(governorates.length);
    for (const letters of Object.values(GOVERNORATE_LETTERS)) expect(letters).toMatch(/^[A-Z]{2}$/);
  });

  it('are written with three digits', () => {
    expect(officeCode('IQG13', 17)).toBe('KI017');
    expect(officeCode(null, 1)).toBe('IQ001');
    expect(() => officeCode('IQG13', 1000)).toThrow(RangeError);
    expect(isOfficeCode('KI017')).toBe(true);
    expect(isOfficeCode('ki017')).toBe(false);
    expect(isOfficeCode('ZZ017')).toBe(false);
  });

  it('are given from the lowest that is free', () => {
    expect(nextOfficeCode('IQG13', ['KI001', 'KI003', 'SU002'])).toBe('KI002');
    expect(
      nextOfficeCode(
        'IQG13',
        Array.from({ length: 999 }, (_, index) => officeCode('IQG13', index + 1)),
      ),
    ).toBeNull();
  });
});

describe('node kinds', () => {
  it('stand under each other as the tree has it', () => {
    const pairs = NODE_KINDS.flatMap((kind) => NODE_KINDS.map((parent) => [kind, parent] as const));
    const allowed = pairs
      .filter(([kind, parent]) => canStandUnder(kind, parent))
      .map(([kind, parent]) => `${kind}<${parent}`);
    expect(allowed).toEqual(['department<directorate', 'office<directorate', 'office<department']);
    expect(NODE_KINDS.filter(certifies)).toEqual(['directorate']);
  });

  it('only offices offer services', () => {
    expect(servicesFit('office', ['policing', 'hlp'])).toBe(true);
    expect(servicesFit('office', [])).toBe(false);
    expect(servicesFit('office', ['hlp', 'hlp'])).toBe(false);
    expect(servicesFit('office', ['post'])).toBe(false);
    expect(servicesFit('directorate', [])).toBe(true);
    expect(servicesFit('directorate', ['hlp'])).toBe(false);
  });
});

describe('age bands', () => {
  it.each([
    [0, 'age_0_4'],
    [4, 'age_0_4'],
    [5, 'age_5_11'],
    [14, 'age_12_14'],
    [17, 'age_15_17'],
    [18, 'age_18_24'],
    [29, 'age_25_29'],
    [30, 'age_30_44'],
    [59, 'age_45_59'],
    [60, 'age_60_plus'],
    [101, 'age_60_plus'],
    [-1, 'unknown'],
    [131, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('%d years lie in %s', (years, band) => {
    expect(ageBandOf(years)).toBe(band);
  });

  it('nest into the roll-ups', () => {
    expect([...CHILDREN, ...ADULTS, ...OLDER_PEOPLE, 'unknown']).toEqual(AGE_BAND);
    expect(IRAQI_YOUTH).toEqual(expect.arrayContaining([...UN_YOUTH]));
    expect(isAgeBand('age_15_17')).toBe(true);
    expect(isAgeBand('15-17')).toBe(false);
  });
});

it('consents asked at intake hold the required one, and only answers count as answered', () => {
  expect(INTAKE_CONSENT_SCOPES).toEqual(expect.arrayContaining([...REQUIRED_CONSENT_SCOPES]));
  expect(isConsentAnswered('refused')).toBe(true);
  expect(isConsentAnswered('not_asked')).toBe(false);
});
