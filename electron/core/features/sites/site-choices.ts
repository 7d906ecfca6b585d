import type { HomeContext } from '#core/context.ts';
import { allPlaces } from '#core/features/places/all-places.ts';
import type { SiteChoice } from '#shared/contract/sites.ts';
import { positionOf } from '#shared/domain/places.ts';
import type { Position } from '#shared/domain/position.ts';
import { allSites } from './all-sites.ts';

/** All sites that are not void, by name; where one has no position of its own, that of its place counts. */
export async function siteChoices(context: HomeContext, positions: Positions): Promise<SiteChoice[]> {
  const sites = await allSites(context.db);
  return sites.map(({ owner, position, ...site }) => ({
    ...site,
    position: position ?? positions(site.place),
    approximate: position === null,
    ownerName: context.home.rosters.nodeName(owner),
  }));
}

/** Where a place lies, by its code; null for one that is not known here. */
export type Positions = (place: string) => Position | null;

export async function placePositions(context: HomeContext): Promise<Positions> {
  const places = await allPlaces(context);
  const byCode = new Map(places.map((place) => [place.code, place]));
  return (code) => {
    const place = byCode.get(code);
    return place ? positionOf(place) : null;
  };
}
