import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDegrees } from '#shared/domain/position.ts';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';
import { nameWords } from './name-words.ts';
import { useLevelWord } from './use-level-word.ts';

/** How history and conflicts tell the groups of an added place. */
export function usePlaceWords(): GroupWords {
  const { t } = useTranslation();
  const levelWord = useLevelWord();
  return useMemo(
    () => ({
      ...nameWords(t),
      code: {
        label: t('reference:group.code'),
        fields: { code: { label: t('reference:field.code'), as: 'identifier' } },
      },
      position: {
        label: t('reference:group.position'),
        fields: {
          level: { label: t('reference:field.level'), as: (level: unknown) => levelWord(Number(level)) },
          parent: { label: t('reference:field.parent'), as: 'place' },
        },
      },
      coordinates: {
        label: t('reference:group.coordinates'),
        fields: {
          lat: { label: t('reference:field.latitude'), as: degreesOf },
          lon: { label: t('reference:field.longitude'), as: degreesOf },
          farReason: { label: t('reference:field.farReason'), as: 'text' },
        },
      },
      authority: {
        label: t('reference:group.authority'),
        fields: { authority: { label: t('reference:field.authority'), as: { list: 'governing_authority' } } },
      },
    }),
    [t, levelWord],
  );
}

const degreesOf = (micro: unknown): string => formatDegrees(Number(micro));
