/** @file Partners and donors of the programme, asked for once and kept. */
import { useMemo } from 'react';
import type { PartnerRow } from '#shared/contract/partners.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { sortByText } from '#shared/text/sort.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from './language-context.tsx';

export type Partners = {
  /** In the order of their names; those no longer offered included. */
  readonly all: readonly PartnerRow[];
  /** Null for an id that has not come yet. */
  readonly labelOf: (id: string) => string | null;
  readonly known: boolean;
};

export function usePartners(): Partners {
  const { language } = useScreenLanguage();
  const { value: rows } = useCall('partners.list', {});
  return useMemo(() => {
    const all = sortByText(rows ?? [], ({ names }) => nameIn(names, language), language);
    const byId = new Map(all.map(({ id, names }) => [id, nameIn(names, language)]));
    return { all, labelOf: (id: string) => byId.get(id) ?? null, known: rows !== undefined };
  }, [rows, language]);
}
