/** @file From positions to a flat picture of the country in kilometres: one unit of the picture is one kilometre. */
import { iraqCorners, kmPerDegree, MICRO_DEGREES, type Position, roundKm } from '#shared/domain/position.ts';

/** Room around the outline, for circles of offices near the border. */
const marginKm = 30;

const lats = iraqCorners.map(({ lat }) => lat / MICRO_DEGREES);
const lons = iraqCorners.map(({ lon }) => lon / MICRO_DEGREES);
const [north, south] = [Math.max(...lats), Math.min(...lats)];
const [east, west] = [Math.max(...lons), Math.min(...lons)];
/** Where a kilometre to the east is as long as one to the north. */
const middle = cosOf((north + south) / 2);

export type Point = { readonly x: number; readonly y: number };

/** East is to the right in every language: maps are not mirrored. */
export const toPoint = ({ lat, lon }: Position): Point => ({
  x: roundKm((lon / MICRO_DEGREES - west) * kmPerDegree * middle + marginKm),
  y: roundKm((north - lat / MICRO_DEGREES) * kmPerDegree + marginKm),
});

export const mapWidth = roundKm((east - west) * kmPerDegree * middle + 2 * marginKm);
export const mapHeight = roundKm((north - south) * kmPerDegree + 2 * marginKm);

/** A circle on the ground is a little flattened or stretched on the picture, by how far north it lies. */
export const radiiOf = ({ lat }: Position, km: number): { readonly rx: number; readonly ry: number } => ({
  rx: roundKm((km * middle) / cosOf(lat / MICRO_DEGREES)),
  ry: km,
});

/** The country as one SVG path. */
export const outlinePath = `M${iraqCorners.map((corner) => `${toPoint(corner).x} ${toPoint(corner).y}`).join('L')}Z`;

function cosOf(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
