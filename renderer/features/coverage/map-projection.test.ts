import { describe, expect, it } from 'vitest';
import { distanceKm, type Position } from '#shared/domain/position.ts';
import { mapHeight, mapWidth, outlinePath, radiiOf, toPoint } from './map-projection.ts';

const baghdad: Position = { lat: 33_312_800, lon: 44_361_500 };
const basra: Position = { lat: 30_508_500, lon: 47_780_400 };
const mosul: Position = { lat: 36_340_000, lon: 43_130_000 };

describe('the flat picture of the country', () => {
  it('puts north above and east to the right, all within its frame', () => {
    expect(toPoint(mosul).y).toBeLessThan(toPoint(baghdad).y);
    expect(toPoint(basra).x).toBeGreaterThan(toPoint(baghdad).x);
    for (const position of [baghdad, basra, mosul]) {
      const { x, y } = toPoint(position);
      expect(x > 0 && x < mapWidth && y > 0 && y < mapHeight).toBe(true);
    }
  });

  it.each([
    [baghdad, basra],
    [baghdad, mosul],
    [mosul, basra],
  ])('keeps distances within three in a hundred', (a, b) => {
    const [from, to] = [toPoint(a), toPoint(b)];
    const drawn = Math.hypot(from.x - to.x, from.y - to.y);
    expect(Math.abs(drawn / distanceKm(a, b) - 1)).toBeLessThan(0.03);
  });

  it('draws a circle wide in the north and narrow in the south', () => {
    expect(radiiOf(mosul, 50).rx).toBeGreaterThan(50);
    expect(radiiOf(basra, 50).rx).toBeLessThan(50);
    expect(radiiOf(mosul, 50).ry).toBe(50);
  });

  it('draws the outline as one closed line', () => {
    expect(outlinePath).toMatch(/^M[\d. L]+Z$/);
  });
});
