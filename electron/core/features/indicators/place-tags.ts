/** @file Where something is counted: the governorate and district of its place, the office that owns it, its forum. */
import type { HomeContext } from '#core/context.ts';
import { allPlaces } from '#core/features/places/all-places.ts';
import { ancestors, type Place } from '#shared/domain/places.ts';
import type { Tags } from '#shared/domain/indicators/item.ts';

export type Located = { readonly place: string; readonly owner: string; readonly forum: string };

/** Empty where there is none: a place may be a whole governorate, a training may be of no forum. */
export type PlaceTags = (located: Located) => Tags;

export async function placeTags(context: HomeContext): Promise<PlaceTags> {
  const places = await allPlaces(context);
  const known = new Map<string, { readonly governorate: string; readonly district: string }>();
  const levelsOf = (code: string) => {
    const found = known.get(code) ?? readLevels(places, code);
    known.set(code, found);
    return found;
  };
  return ({ place, owner, forum }) => ({ ...levelsOf(place), office: owner, forum });
}

function readLevels(places: readonly Place[], code: string) {
  const chain = [...places.filter((place) => place.code === code), ...ancestors(places, code)];
  const at = (level: number) => chain.find((place) => place.level === level)?.code ?? '';
  return { governorate: at(1), district: at(2) };
}
