import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';

/** What is known of the area's people; the value came from a record, possibly of a newer program: what is no count is left out. */
export function FigureLines({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels: Readonly<Record<string, string>> = {
    population: t('plans:profile.population'),
    families: t('plans:profile.families'),
    displacedFamilies: t('plans:profile.displacedFamilies'),
    returneeFamilies: t('plans:profile.returneeFamilies'),
  };
  const rows = Array.isArray(value) ? value.filter(isFigure) : [];
  return (
    <span>
      {rows.map(({ figure, count }) => (
        <span key={figure}>
          {labels[figure] ?? figure}: {format.number(count)}{' '}
        </span>
      ))}
    </span>
  );
}

const isFigure = (row: unknown): row is { readonly figure: string; readonly count: number } =>
  typeof row === 'object' &&
  row !== null &&
  'figure' in row &&
  typeof row.figure === 'string' &&
  'count' in row &&
  typeof row.count === 'number';
