import { useTranslation } from 'react-i18next';
import { useCodeList } from './use-reference.ts';

/** The words for a code; one that this version does not know stands as it came, with a warning. */
export function CodeLabel({ list, code }: { list: string; code: string }) {
  const { t } = useTranslation();
  const { entries, labelOf } = useCodeList(list);
  const label = labelOf(code);
  // Isolated, or an age band such as 30–44 would read 44–30.
  if (label !== null) return <bdi>{label}</bdi>;
  if (entries.length === 0) return null;
  return <span>{t('common:record.unknownCode', { code })}</span>;
}
