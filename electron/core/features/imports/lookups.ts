/** @file From what a cell says to the code, place or record it means: by code or by name in any language, folded. */
import type { HomeContext } from '#core/context.ts';
import { allPlaces } from '#core/features/places/all-places.ts';
import type { Place } from '#shared/domain/places.ts';
import { SHEET_FIELDS, type SheetField, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { fold } from '#shared/text/fold.ts';
import { LANGUAGES } from '#shared/text/languages.ts';
import { namesOfForums, namesOfPartners, namesOfSites } from './imports-store.ts';
import { choicesOf } from './words.ts';

/** What texts mean; a text may stand for several things. */
export type Lookup = ReadonlyMap<string, ReadonlySet<string>>;

/** By key of the field. */
export type Lookups = ReadonlyMap<string, Lookup>;

export async function lookupsOf(context: HomeContext, kind: SheetKind): Promise<Lookups> {
  const found = new Map<string, Lookup>();
  for (const field of SHEET_FIELDS[kind]) {
    const lookup = await lookupOf(context, field);
    if (lookup) found.set(field.key, lookup);
  }
  return found;
}

async function lookupOf(context: HomeContext, { cell, list }: SheetField): Promise<Lookup | null> {
  if (list !== undefined) {
    const choices = choicesOf(context.services.ports, list);
    return toLookup(choices.map(({ code, labels }) => ({ id: code, names: [code, ...Object.values(labels)] })));
  }
  if (cell === 'place') return toLookup(placeNames(await allPlaces(context)));
  if (cell === 'forum') return toLookup(await namesOfForums(context));
  if (cell === 'site') return toLookup(await namesOfSites(context));
  return cell === 'partner' ? toLookup(await namesOfPartners(context)) : null;
}

type Named = { readonly id: string; readonly names: readonly string[] };

function toLookup(named: readonly Named[]): Lookup {
  const found = new Map<string, Set<string>>();
  for (const { id, names } of named) {
    for (const name of names) {
      const key = fold(name);
      if (key === '') continue;
      found.set(key, (found.get(key) ?? new Set()).add(id));
    }
  }
  return found;
}

/**
 * A place by its code, its name, or its name behind that of the place it lies in: a governorate and its capital district
 * often share one name.
 */
function placeNames(places: readonly Place[]): Named[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  return places
    .filter(({ level, inactive }) => level > 0 && inactive !== true)
    .map((place) => {
      const parent = byCode.get(place.parent ?? '');
      const names = LANGUAGES.map((language) => place.names[language]);
      const within =
        parent && parent.level > 0
          ? LANGUAGES.map((language) => `${parent.names[language]} / ${place.names[language]}`)
          : [];
      return { id: place.code, names: [place.code, ...names, ...within] };
    });
}
