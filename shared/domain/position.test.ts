import { describe, expect, it } from 'vitest';
import shipped from '../../resources/places.json' with { type: 'json' };
import { distanceKm, formatPosition, isInIraq, parsePosition, type Position } from './position.ts';

const at = (lat: number, lon: number): Position => ({ lat: Math.round(lat * 1e6), lon: Math.round(lon * 1e6) });

describe('a position', () => {
  it.each([
    ['Baghdad', 33.3128, 44.3615, true],
    ['Mosul', 36.34, 43.13, true],
    ['Zakho, near the border', 37.1435, 42.6873, true],
    ['al-Faw, at the sea', 29.974, 48.473, true],
    ['al-Qaim, near the border', 34.37, 41.09, true],
    ['Baghdad with latitude and longitude changed', 44.3615, 33.3128, false],
    ['Amman', 31.95, 35.93, false],
    ['Kuwait City', 29.3759, 47.9774, false],
    ['Tehran', 35.69, 51.39, false],
    ['Qamishli', 37.05, 41.22, false],
    ['Kermanshah', 34.31, 47.07, false],
    ['Diyarbakir', 37.91, 40.24, false],
    ['where nobody has typed anything', 0, 0, false],
    ['beyond the earth', 300, 900, false],
  ])('is judged: %s', (_, lat, lon, inside) => expect(isInIraq(at(lat, lon))).toBe(inside));

  it('of every shipped place lies in Iraq', () => {
    expect(shipped.filter(({ lat, lon }) => !isInIraq(at(lat, lon))).map(({ code }) => code)).toEqual([]);
  });

  it('just beyond the line is taken, farther on it is not', () => {
    // At 33° N the line to Jordan is drawn near 38.89° E.
    expect(isInIraq(at(33, 38.86))).toBe(true);
    expect(isInIraq(at(33, 38.8))).toBe(false);
  });

  it.each([
    '33.3128, 44.3615',
    '33.3128 44.3615',
    ' 33.3128 ,44.3615 ',
    '٣٣٫٣١٢٨، ٤٤٫٣٦١٥',
    '۳۳٫۳۱۲۸ ۴۴٫۳۶۱۵',
    '33.3128°N, 44.3615°E',
    '\u206633.3128, 44.3615\u2069',
  ])('is read from %s', (typed) => expect(parsePosition(typed)).toEqual({ lat: 33_312_800, lon: 44_361_500 }));

  it.each(['', '33.3128', '33.3128, 44.3615, 12', 'x, y', '33,3128 , 44,3615', '33.31280001, 44.3'])(
    'is not read from “%s”',
    (typed) => expect(parsePosition(typed)).toBeNull(),
  );

  it('is written as it is read', () => {
    for (const position of [at(33.3128, 44.3615), at(30, 47.5), at(36.000001, 43)]) {
      expect(parsePosition(formatPosition(position))).toEqual(position);
    }
  });
});

describe('a distance', () => {
  it.each([
    ['Baghdad to Basra', at(33.3128, 44.3615), at(30.5085, 47.7804), 449],
    ['Mosul to Erbil', at(36.34, 43.13), at(36.19, 44.01), 80.6],
    ['one degree of latitude', at(33, 44), at(34, 44), 111.2],
    ['none', at(33, 44), at(33, 44), 0],
  ])('is measured over the earth: %s', (_, a, b, km) => {
    expect(distanceKm(a, b)).toBeCloseTo(km, km > 100 ? -1 : 0);
    expect(distanceKm(b, a)).toBeCloseTo(distanceKm(a, b), 9);
  });
});
