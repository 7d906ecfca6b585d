/** @file Offices and other facilities, for fields in which one is chosen. */
import { useMemo } from 'react';
import type { SiteChoice } from '#shared/contract/sites.ts';
import { sortByText } from '#shared/text/sort.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from './language-context.tsx';

export type Sites = {
  /** In the order of their names; none that is void. */
  readonly all: readonly SiteChoice[];
  /** Null for one that is not seen here. */
  readonly of: (id: string) => SiteChoice | null;
  readonly known: boolean;
};

export function useSites(): Sites {
  const { language } = useScreenLanguage();
  const { value: rows } = useCall('sites.choices', {});
  return useMemo(() => {
    const all = sortByText(rows ?? [], ({ name }) => name, language);
    const byId = new Map(all.map((site) => [site.id, site]));
    return { all, of: (id: string) => byId.get(id) ?? null, known: rows !== undefined };
  }, [rows, language]);
}
