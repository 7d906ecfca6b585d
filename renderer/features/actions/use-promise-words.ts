import { useTranslation } from 'react-i18next';
import type { PromiseState } from '#shared/domain/action-rules.ts';

/** How a promise stands, in words. */
export function usePromiseWords(): Readonly<Record<PromiseState, string>> {
  const { t } = useTranslation();
  return {
    late: t('actions:promises.late'),
    open: t('actions:promises.open'),
    blocked: t('actions:promises.blocked'),
    kept: t('actions:promises.kept'),
    keptLate: t('actions:promises.keptLate'),
    dropped: t('actions:promises.dropped'),
  };
}
