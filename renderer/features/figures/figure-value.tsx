import { useTranslation } from 'react-i18next';
import type { IndicatorLine } from '#shared/contract/indicators.ts';
import { CountText } from '#renderer/components/count-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';

type Measure = { readonly kind: string; readonly unit: string };

/** Kinds that stand in a unit of their own; what is counted is told by the name of the measure. */
const withUnit = ['mean', 'hours', 'median', 'difference'];

/** The figure of a line: a number, a share, a number with its unit; a word where there is none or where it is hidden. */
export function FigureValue({ measure: { kind, unit }, line }: { measure: Measure; line: IndicatorLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { figure, numerator, denominator } = line;
  if (figure === null) {
    const bare = kind === 'count' || kind === 'sum' || kind === 'hours';
    if (bare && numerator !== null) return <CountText value={numerator} />;
    const hidden = typeof numerator === 'string' || typeof denominator === 'string';
    return hidden ? <CountText value="hidden" /> : <span className="small-count">{t('figures:none')}</span>;
  }
  if (kind === 'share') return <>{format.share(figure)}</>;
  if (!withUnit.includes(kind)) return <>{format.number(figure)}</>;
  return (
    <bdi>
      {format.number(figure)} {t(`figures:unit.${unit}`)}
    </bdi>
  );
}

/** A count beside the figure; a dash where its kind has none. */
export const BesideFigure = ({ value }: { value: IndicatorLine['numerator'] }) =>
  value === null ? '–' : <CountText value={value} />;
