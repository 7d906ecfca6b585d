import { useTranslation } from 'react-i18next';
import { bandOf } from '#shared/domain/plan-score.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';

/** A score with the words of its band; the colour says nothing that the words do not. */
export function ScoreBadge({ score }: { score: number }) {
  const { t } = useTranslation();
  const band = bandOf(score);
  return (
    <span className={`plan-score plan-band-${band}`}>
      {t('plans:score.of', { score })} <CodeLabel list="priority_band" code={band} />
    </span>
  );
}
