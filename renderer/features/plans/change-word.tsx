import { useTranslation } from 'react-i18next';
import { changeOf } from '#shared/domain/plan-score.ts';

/** Whether a problem with these scores became less serious, more serious, or neither clearly. */
export function ChangeWord({ first, last }: { first: number; last: number }) {
  const { t } = useTranslation();
  const words = { less: t('plans:review.less'), same: t('plans:review.same'), more: t('plans:review.more') };
  return <span>{words[changeOf(first, last)]}</span>;
}
