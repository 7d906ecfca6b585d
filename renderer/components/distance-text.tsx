import { useTranslation } from 'react-i18next';
import { useFormat } from './language-context.tsx';

/** Kilometres; a dash where they are not known. */
export function DistanceText({ km }: { km: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return km === null ? '–' : <span className="identifier">{t('coverage:km', { km: format.number(km) })}</span>;
}
