import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';

type Verdict = OutputOf<'exchange.takeIn'>[number]['verdict'];

/** What came of a file that was taken in, in one sentence. */
export function useVerdictWord(): (verdict: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<Verdict, string>> = {
    applied: t('exchange:verdict.applied'),
    'nothing-new': t('exchange:verdict.nothingNew'),
    gap: t('exchange:verdict.gap'),
    refused: t('exchange:verdict.refused'),
  };
  return (verdict) => (words as Readonly<Record<string, string>>)[verdict] ?? words.applied;
}
