import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';

/** A count of people as it may be shown: a number, `<5`, or the word that it is hidden. */
export function CountText({ value }: { value: number | string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof value === 'number') return <>{format.number(value)}</>;
  if (value.startsWith('<')) return <bdi dir="ltr">{`<${format.number(Number(value.slice(1)))}`}</bdi>;
  return <span className="small-count">{t('mappings:count.hidden')}</span>;
}
