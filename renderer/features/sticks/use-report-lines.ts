import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';

type Report = OutputOf<'exchange.takeIn'>[number];

/** What came of a file, one sentence a fact; facts that are nothing are left out. */
export function useReportLines(): (report: Report) => readonly string[] {
  const { t } = useTranslation();
  return (report) => {
    const lines = [verdictLine(report)];
    if (report.applied > 0) lines.push(t('exchange:report.applied', { count: report.applied }));
    if (report.alreadyKnown > 0) lines.push(t('exchange:report.known', { count: report.alreadyKnown }));
    if (report.held > 0) lines.push(t('exchange:report.held', { count: report.held }));
    if (report.quarantined.length > 0) {
      lines.push(t('exchange:report.quarantined', { count: report.quarantined.length }));
    }
    if (report.newConflicts > 0) lines.push(t('exchange:report.conflicts', { count: report.newConflicts }));
    return lines;
  };

  function verdictLine({ verdict }: Report): string {
    switch (verdict) {
      case 'applied':
        return t('exchange:verdict.applied');
      case 'nothing-new':
        return t('exchange:verdict.nothingNew');
      case 'gap':
        return t('exchange:verdict.gap');
      case 'refused':
        return t('exchange:verdict.refused');
    }
  }
}
