/** @file What holds for a place that the directorate adds to the shipped list. */
import { type Place, placeOf, positionOf } from './places.ts';
import { distanceKm, type Position } from './position.ts';

/** Governorate, district, sub-district; town, village or quarter. The country is never added. */
export const PLACE_LEVELS = [1, 2, 3, 4] as const;

/** A place lies in a greater one. */
export const liesWithin = (places: readonly Place[], level: number, parent: string): boolean => {
  const above = placeOf(places, parent);
  return above !== undefined && above.level < level;
};

/** The same for a place that is there already: it does not lie in itself, and what lies in it stays below it. */
export const fitsBetween = (
  places: readonly Place[],
  { code, level, parent }: { readonly code: string; readonly level: number; readonly parent: string },
): boolean =>
  parent !== code &&
  liesWithin(places, level, parent) &&
  places.every((place) => place.parent !== code || place.level > level);

/** No district reaches so far from its seat; a governorate may. */
const farKm = 150;

/**
 * Whole kilometres from the seat of the district, or of what is smaller, that a place lies in, where they are so many that
 * a reason is asked for; else null.
 */
export function farFromParentKm(places: readonly Place[], parent: string, position: Position): number | null {
  const above = placeOf(places, parent);
  if (above === undefined || above.level < 2) return null;
  const km = Math.round(distanceKm(positionOf(above), position));
  return km > farKm ? km : null;
}

/** `IQG10Q03-4F7A2E`: the shipped place it lies in, and digits that no other place has. `random`: a UUID. */
export function addedPlaceCode(parent: string, random: string): string {
  const shipped = parent.split('-')[0] ?? parent;
  return `${shipped}-${random.replaceAll('-', '').slice(-6).toUpperCase()}`;
}
