import { useTranslation } from 'react-i18next';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useMappingChoices } from './use-mapping-choices.ts';

/** Whom a line of figures is about: everybody, or those of a sex, an age band and so on. */
export function DimensionValue({ dimension, value }: { dimension: string; value: string }) {
  const { t } = useTranslation();
  const { wordOfAnswer } = useMappingChoices();
  if (dimension === 'all') return <>{t('mappings:answers.everybody')}</>;
  if (dimension === 'disability') return <>{wordOfAnswer(value)}</>;
  return <CodeLabel list={dimension} code={value} />;
}

/** The words for what people are told apart by. */
export function useDimensionWord(): (dimension: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = {
    all: t('mappings:answers.everybody'),
    sex: t('mappings:sheet.sex'),
    age_band: t('mappings:sheet.ageBand'),
    displacement_status: t('mappings:sheet.displacement'),
    disability: t('mappings:sheet.disability'),
  };
  return (dimension) => words[dimension] ?? dimension;
}
