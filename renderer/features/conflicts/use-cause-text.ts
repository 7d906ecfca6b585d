import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Conflict } from './conflict.ts';

/** How it came that two values did not know of each other, in one sentence. */
export function useCauseText(): (cause: Conflict['cause']) => string {
  const { t } = useTranslation();
  return ({ kind, office, other }) => {
    switch (kind) {
      case 'correction':
        return t('history:conflicts.cause.correction', { office, other });
      case 'two-devices':
        return t('history:conflicts.cause.twoDevices', { office });
      case 'restore':
        return t('history:conflicts.cause.restore', { other });
      case 'copied-device':
        return t('history:conflicts.cause.copiedDevice', { other });
      case 'handed-over':
        return t('history:conflicts.cause.handedOver', { office, other });
      case 'two-offices':
        return t('history:conflicts.cause.twoOffices', { office, other });
      case 'voided':
        return t('history:conflicts.cause.voided');
      default:
        return assertNever(kind);
    }
  };
}
