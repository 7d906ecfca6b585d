/** @file Partners and donors of the programme, asked for once and kept. */
import { useMemo } from 'react';
import type { PartnerRow } from '#shared/contract/partners.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { sortByText } from '#shared/text/sort.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from './language-context.tsx';

export type PartnerNames = {
  /** Null for an id that has not come yet. */
  readonly labelOf: (id: string) => string | null;
  /** Whether the list is there. */
  readonly known: boolean;
};

export type Partners = PartnerNames & {
  /** In the order of their names; those no longer offered included. */
  readonly all: readonly PartnerRow[];
};

/** For single names: a page may show many of them, and none of these wants the list sorted. */
export function usePartnerNames(): PartnerNames {
  const { language } = useScreenLanguage();
  const { value: rows } = useCall('partners.list', {});
  return useMemo(
    () => ({
      labelOf: (id: string) => {
        const found = rows?.find((row) => row.id === id);
        return found ? nameIn(found.names, language) : null;
      },
      known: rows !== undefined,
    }),
    [rows, language],
  );
}

export function usePartners(): Partners {
  const { language } = useScreenLanguage();
  const { value: rows } = useCall('partners.list', {});
  const names = usePartnerNames();
  return useMemo(
    () => ({ ...names, all: sortByText(rows ?? [], (row) => nameIn(row.names, language), language) }),
    [names, rows, language],
  );
}
