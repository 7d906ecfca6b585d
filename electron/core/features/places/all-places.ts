import type { HomeContext } from '#core/context.ts';
import { placeList } from '#core/features/reference/code-lists.ts';
import { mergePlaces, type Place, placeOf } from '#shared/domain/places.ts';
import { addedPlaces } from './places-store.ts';

/** The shipped places and those that the directorate added. */
export const allPlaces = async (context: HomeContext): Promise<readonly Place[]> =>
  mergePlaces(placeList(context.services.ports), await addedPlaces(context));

/** 0 country, 1 governorate, 2 district, greater: finer. Null when this home does not know the place. */
export const placeLevelOf = async (context: HomeContext, code: string): Promise<number | null> =>
  placeOf(await allPlaces(context), code)?.level ?? null;
