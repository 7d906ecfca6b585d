import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import { useVerdictWord } from '#renderer/components/use-verdict-word.ts';

export type HistoryRow = OutputOf<'exchange.history'>['rows'][number];

/** What came of a file, in one sentence. */
export function useOutcome(): (row: HistoryRow) => string {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const verdictWord = useVerdictWord();
  return ({ code, direction, verdict, confirmed, node }) => {
    if (code !== null) return codeText(code);
    if (direction === 'in') return verdictWord(verdict);
    if (confirmed === true) return t('exchange:history.confirmed');
    return confirmed === null && node !== null ? t('exchange:history.renewed') : t('exchange:history.written');
  };
}
