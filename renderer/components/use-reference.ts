/** @file Code lists and places with their labels, asked for once and kept. */
import { useMemo } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { mergePlaces, type Place } from '#shared/domain/places.ts';
import type { Language } from '#shared/text/languages.ts';
import { useIsSignedIn } from '#renderer/client/session-context.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';

export type ListEntry = OutputOf<'reference.lists'>[number]['entries'][number];

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
  /** The shipped ones, and behind them those that the directorate added. */
  readonly all: readonly Place[];
  /** Own name and that of the place it lies in, below the country: `الحمدانية، نينوى`. */
  readonly labelOf: (code: string) => string | null;
};

export function usePlaces(): Places {
  const { language } = useScreenLanguage();
  const { value: shipped } = useCall('reference.places', {});
  const { value: added } = useCall('places.list', {}, { enabled: useIsSignedIn() });
  return useMemo(() => {
    const all = mergePlaces(shipped ?? [], added ?? []);
    const byCode = new Map(all.map((place) => [place.code, place]));
    return { all, labelOf: (code: string) => placeLabel(byCode, code, language) };
  }, [shipped, added, language]);
}

function placeLabel(byCode: ReadonlyMap<string, Place>, code: string, language: Language): string | null {
  const place = byCode.get(code);
  if (!place) return null;
  const parent = place.parent === null ? undefined : byCode.get(place.parent);
  const parentIsCountry = parent?.parent === null;
  const name = nameIn(place.names, language);
  if (!parent || parentIsCountry) return name;
  return `${name}${language === 'en' ? ', ' : '، '}${nameIn(parent.names, language)}`;
}
