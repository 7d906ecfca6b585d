import { describe, expect, it } from 'vitest';
import { placeLabels } from './map-labels.ts';

const label = (key: string, x: number, y: number) => ({ key, text: 'بغداد', point: { x, y } });

describe('names on the map', () => {
  it('stand below their points where there is room', () => {
    const placed = placeLabels([label('a', 100, 100), label('b', 400, 100)]);
    expect(placed.map(({ at }) => at)).toEqual([
      { x: 100, y: 122 },
      { x: 400, y: 122 },
    ]);
  });

  it('give way to each other: above, then beside; what has no room at all is left out', () => {
    const placed = placeLabels([
      label('a', 100, 100),
      label('b', 100, 100),
      label('c', 130, 112),
      label('d', 100, 100),
    ]);
    expect(placed.map(({ key, at }) => [key, at])).toEqual([
      ['a', { x: 100, y: 122 }],
      ['b', { x: 100, y: 90 }],
      ['c', { x: 167.5, y: 118 }],
    ]);
  });
});
