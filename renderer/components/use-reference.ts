/** @file Code lists and places with their labels, asked for once and kept. */
import { useMemo } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Language } from '#shared/text/languages.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';

export type ListEntry = OutputOf<'reference.lists'>[number]['entries'][number];
export type Place = OutputOf<'reference.places'>[number];

export function useCodeList(list: string): { entries: readonly ListEntry[]; labelOf: (code: string) => string | null } {
  const { language } = useScreenLanguage();
  const lists = useCall('reference.lists', {});
  return useMemo(() => {
    const entries = lists.value?.find(({ key }) => key === list)?.entries ?? [];
    const byCode = new Map(entries.map((entry) => [entry.code, entry.labels[language]]));
    return { entries, labelOf: (code: string) => byCode.get(code) ?? null };
  }, [lists.value, list, language]);
}

export type Places = {
  readonly all: readonly Place[];
  /** Own name and that of the governorate, where there is one above: `الحمدانية، نينوى`. */
  readonly labelOf: (code: string) => string | null;
};

export function usePlaces(): Places {
  const { language } = useScreenLanguage();
  const places = useCall('reference.places', {});
  return useMemo(() => {
    const all = places.value ?? [];
    const byCode = new Map(all.map((place) => [place.code, place]));
    return { all, labelOf: (code: string) => placeLabel(byCode, code, language) };
  }, [places.value, language]);
}

function placeLabel(byCode: ReadonlyMap<string, Place>, code: string, language: Language): string | null {
  const place = byCode.get(code);
  if (!place) return null;
  const parent = place.parent === null ? undefined : byCode.get(place.parent);
  const parentIsCountry = parent?.parent === null;
  if (!parent || parentIsCountry) return place.names[language];
  return `${place.names[language]}${language === 'en' ? ', ' : '، '}${parent.names[language]}`;
}
