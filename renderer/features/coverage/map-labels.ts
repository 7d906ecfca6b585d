/** @file Names on the map that do not lie on each other: below their point, else above, else beside it; else left out. */
import type { Point } from './map-projection.ts';

export type MapLabel = { readonly key: string; readonly text: string; readonly point: Point };
export type PlacedLabel = MapLabel & { readonly at: Point };

/** About as wide as a letter is in the type of the map; a little too wide is better than too narrow. */
const letterWidth = 11;
const lineHeight = 22;

type Box = { readonly x: number; readonly y: number; readonly half: number };

/** `at`: middle of the foot of the text. Whoever comes first has the better place. */
export function placeLabels(labels: readonly MapLabel[]): PlacedLabel[] {
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const half = (label.text.length * letterWidth) / 2;
    const { x, y } = label.point;
    const beside = half + 10;
    const spots = [
      { x, y: y + lineHeight },
      { x, y: y - 10 },
      { x: x + beside, y: y + 6 },
      { x: x - beside, y: y + 6 },
    ];
    const at = spots.find((spot) => taken.every((box) => !overlaps(box, { ...spot, half })));
    if (!at) return [];
    taken.push({ ...at, half });
    return [{ ...label, at }];
  });
}

const overlaps = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < lineHeight;
