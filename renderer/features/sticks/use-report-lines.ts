import { useTranslation } from 'react-i18next';
import { useVerdictWord } from '#renderer/components/use-verdict-word.ts';
import type { TakeInReport } from './take-in.ts';

/** What came of a file, one sentence a fact; facts that are nothing are left out. */
export function useReportLines(): (report: TakeInReport) => readonly string[] {
  const { t } = useTranslation();
  const verdictWord = useVerdictWord();
  return (report) => {
    const lines = [verdictWord(report.verdict)];
    if (report.applied > 0) lines.push(t('exchange:report.applied', { count: report.applied }));
    if (report.alreadyKnown > 0) lines.push(t('exchange:report.known', { count: report.alreadyKnown }));
    if (report.held > 0) lines.push(t('exchange:report.held', { count: report.held }));
    if (report.quarantined.length > 0) {
      lines.push(t('exchange:report.quarantined', { count: report.quarantined.length }));
    }
    if (report.newConflicts > 0) lines.push(t('exchange:report.conflicts', { count: report.newConflicts }));
    return lines;
  };
}
