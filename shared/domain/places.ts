/**
 * @file Country, governorates and districts (resources/places.json), and the places that the directorate added. Credit:
 * OCHA common operational data set, GeoNames.
 */
import { fold } from '#shared/text/fold.ts';
import type { Labels } from './code-lists.ts';
import { MICRO_DEGREES, type Position } from './position.ts';

export type Place = {
  readonly code: string;
  readonly parent: string | null;
  /** 0 country, 1 governorate, 2 district; 3 sub-district, 4 town, village or quarter: added ones alone. */
  readonly level: number;
  readonly names: Labels;
  /** Degrees of the seat, good to a few kilometres: for hints of distance only. */
  readonly lat: number;
  readonly lon: number;
  /** No longer offered; records still name it. */
  readonly inactive?: boolean;
};

/** A place that the directorate added. */
export type AddedPlace = Omit<Place, 'lat' | 'lon' | 'inactive'> & {
  readonly position: Position;
  readonly active: boolean;
};

/** The shipped places with the added ones behind them. A shipped code is never taken over by an added place. */
export function mergePlaces(shipped: readonly Place[], added: readonly AddedPlace[]): readonly Place[] {
  const known = new Set(shipped.map(({ code }) => code));
  const more = added.filter(({ code }) => !known.has(code));
  return [...shipped, ...more.map(addedToPlace)];
}

const addedToPlace = ({ code, parent, level, names, position, active }: AddedPlace): Place => ({
  code,
  parent,
  level,
  names,
  lat: position.lat / MICRO_DEGREES,
  lon: position.lon / MICRO_DEGREES,
  ...(active ? {} : { inactive: true }),
});

/** Of its seat. */
export const positionOf = ({ lat, lon }: Place): Position => ({
  lat: Math.round(lat * MICRO_DEGREES),
  lon: Math.round(lon * MICRO_DEGREES),
});

export function placeOf(places: readonly Place[], code: string): Place | undefined {
  return places.find((place) => place.code === code);
}

/** The name in a language; English where there is none; the code itself for a place this program does not know. */
export function placeName(places: readonly Place[], code: string, language: string): string {
  const names = placeOf(places, code)?.names;
  return names?.[language] ?? names?.en ?? code;
}

/**
 * The places a place lies in, nearest first; empty for the country and for unknown codes. Each is greater than the one
 * before: two computers may have put two places into each other.
 */
export function ancestors(places: readonly Place[], code: string): readonly Place[] {
  const found: Place[] = [];
  let below = placeOf(places, code);
  while (below) {
    const above: Place | undefined = below.parent === null ? undefined : placeOf(places, below.parent);
    if (!above || above.level >= below.level) break;
    found.push(above);
    below = above;
  }
  return found;
}

/** Code of the governorate a place is or lies in; null for the country and for unknown codes. */
export function governorateOf(places: readonly Place[], code: string): string | null {
  const chain = [placeOf(places, code), ...ancestors(places, code)];
  return chain.find((place) => place?.level === 1)?.code ?? null;
}

/** Places with the typed letters in one of their names, in any language; names that begin with them come first. */
export function searchPlaces(places: readonly Place[], typed: string): readonly Place[] {
  const wanted = fold(typed);
  if (wanted === '') return places;
  const hits = places.filter((place) => foldedNames(place).some((name) => name.includes(wanted)));
  const begins = (place: Place) => foldedNames(place).some((name) => name.startsWith(wanted));
  return [...hits.filter(begins), ...hits.filter((place) => !begins(place))];
}

const foldedNames = (place: Place) => Object.values(place.names).map(fold);
