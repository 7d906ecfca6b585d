import type { TFunction } from 'i18next';

type Record = { readonly voided: unknown; readonly conflicts: readonly string[] };

/** What keeps a paper about a record from counting; undefined where nothing does. */
export function recordStanding({ voided, conflicts }: Record, t: TFunction): string | undefined {
  if (voided !== null) return t('papers:standing.voided');
  return conflicts.length > 0 ? t('papers:standing.conflict') : undefined;
}
