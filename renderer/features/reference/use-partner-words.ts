import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';
import { nameWords } from './name-words.ts';
import { useKindWord } from './use-kind-word.ts';

/** How history and conflicts tell the groups of a partner. */
export function usePartnerWords(): GroupWords {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  return useMemo(
    () => ({
      ...nameWords(t),
      kind: {
        label: t('reference:group.kind'),
        fields: { kind: { label: t('reference:field.kind'), as: (kind: unknown) => kindWord(String(kind)) } },
      },
      note: { label: t('reference:group.note'), fields: { note: { label: t('reference:field.note'), as: 'text' } } },
    }),
    [t, kindWord],
  );
}
