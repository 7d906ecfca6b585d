import { useTranslation } from 'react-i18next';
import { bandOf } from '#shared/domain/plan-score.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';

/** A score with the words of its band; the colour says nothing that the words do not. */
export function ScoreBadge({ score, band = bandOf(score) }: { score: number; band?: string }) {
  const { t } = useTranslation();
  return (
    <span className={`plan-score plan-band-${band}`}>
      {t('plans:score.of', { score })} <CodeLabel list="priority_band" code={band} />
    </span>
  );
}
