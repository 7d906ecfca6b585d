/** @file Positions on the ground: whole millionths of a degree, so that they can stand in a signed change. */
import { parseNumber } from '#shared/text/numbers.ts';
import { stripBidiControls } from '#shared/text/bidi.ts';
import { IRAQ_OUTLINE } from './generated/iraq-outline.ts';

/** In millionths of a degree. */
export type Position = { readonly lat: number; readonly lon: number };

export const MICRO_DEGREES = 1_000_000;

/** Mean radius of the earth. */
const earthKm = 6371;
/** Of latitude. */
export const kmPerDegree = (Math.PI * earthKm) / 180;

/** Great-circle distance in kilometres. */
export function distanceKm(a: Position, b: Position): number {
  const lat = radians(b.lat - a.lat);
  const lon = radians(b.lon - a.lon);
  const h = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** As people read a distance: to one decimal. */
export const roundKm = (km: number): number => Math.round(km * 10) / 10;

/** The line is drawn coarsely: a post at the border may seem to lie just beyond it. */
const borderToleranceKm = 5;

/** Whether a position lies in Iraq, by the outline of Natural Earth and five kilometres around it. */
export function isInIraq(position: Position): boolean {
  const { lat, lon } = position;
  if (!Number.isInteger(lat) || !Number.isInteger(lon)) return false;
  if (lat < 28_500_000 || lat > 38_000_000 || lon < 38_000_000 || lon > 49_500_000) return false;
  return isInside(lat, lon) || isNearLine(position);
}

/** Corners of the outline, in millionths of a degree; the last one is the first again. */
export const iraqCorners: readonly Position[] = Array.from({ length: IRAQ_OUTLINE.length / 2 }, (_, index) => ({
  lon: (IRAQ_OUTLINE[index * 2] ?? 0) * 1000,
  lat: (IRAQ_OUTLINE[index * 2 + 1] ?? 0) * 1000,
}));

/** A line to the east crosses the outline an odd number of times. */
function isInside(lat: number, lon: number): boolean {
  let inside = false;
  for (const [from, to] of sides()) {
    if (from.lat > lat === to.lat > lat) continue;
    const crossing = from.lon + ((lat - from.lat) / (to.lat - from.lat)) * (to.lon - from.lon);
    if (lon < crossing) inside = !inside;
  }
  return inside;
}

/** On a flat map around the position; over a few kilometres the earth is flat enough. */
function isNearLine(position: Position): boolean {
  for (const [from, to] of sides()) {
    if (distanceToSideKm(flat(from, position), flat(to, position)) <= borderToleranceKm) return true;
  }
  return false;
}

function* sides(): Generator<readonly [Position, Position]> {
  for (let index = 1; index < iraqCorners.length; index++) {
    const from = iraqCorners[index - 1];
    const to = iraqCorners[index];
    if (from && to) yield [from, to];
  }
}

type Flat = { readonly x: number; readonly y: number };

/** Kilometres east and north of the origin. */
const flat = (point: Position, origin: Position): Flat => ({
  x: ((point.lon - origin.lon) / MICRO_DEGREES) * kmPerDegree * Math.cos(radians(origin.lat)),
  y: ((point.lat - origin.lat) / MICRO_DEGREES) * kmPerDegree,
});

/** From the origin to the nearest point of the side. */
function distanceToSideKm(from: Flat, to: Flat): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(from.x * dx + from.y * dy) / length));
  return Math.hypot(from.x + share * dx, from.y + share * dy);
}

const radians = (micro: number): number => ((micro / MICRO_DEGREES) * Math.PI) / 180;

/** `33.3128, 44.3615`: latitude first, as phones and maps write it; at most six decimals, which is a hand's breadth. */
export const formatPosition = ({ lat, lon }: Position): string => `${formatDegrees(lat)}, ${formatDegrees(lon)}`;

/** One of the two numbers of a position. */
export const formatDegrees = (micro: number): string => String(micro / MICRO_DEGREES);

/** Reads what `formatPosition` writes, in any digits, parted by a comma, a semicolon or spaces; null where it is no position. */
export function parsePosition(typed: string): Position | null {
  const parts = stripBidiControls(typed)
    .trim()
    .split(/\s*[,،;؛]\s*|\s+/u)
    .filter((part) => part !== '');
  const [lat, lon] = parts.map((part) => parseNumber(part.replace(/°?\s*[NE]?$/iu, '')));
  if (parts.length !== 2 || !lat?.ok || !lon?.ok) return null;
  return { lat: Math.round(lat.value * MICRO_DEGREES), lon: Math.round(lon.value * MICRO_DEGREES) };
}
