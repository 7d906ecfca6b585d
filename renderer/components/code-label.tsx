import { useTranslation } from 'react-i18next';
import { Identifier } from './identifier.tsx';
import { useCodeList } from './use-reference.ts';

/** The words for a code; one that this version does not know stands as it came, with a warning. */
export function CodeLabel({ list, code }: { list: string; code: string }) {
  const { t } = useTranslation();
  const { entries, labelOf } = useCodeList(list);
  const label = labelOf(code);
  if (label !== null) return <span>{label}</span>;
  if (entries.length === 0) return null;
  return (
    <span>
      <Identifier>{code}</Identifier> {t('fields:unknownCode')}
    </span>
  );
}
