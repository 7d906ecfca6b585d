import { useTranslation } from 'react-i18next';
import { PLACE_LEVELS } from '#shared/domain/place-rules.ts';

/** The words for the level of a place; one that this version does not know stands as it came. */
export function useLevelWord(): (level: number) => string {
  const { t } = useTranslation();
  return (level) =>
    PLACE_LEVELS.some((known) => known === level)
      ? t(`reference:level.${level}`)
      : t('common:record.unknownCode', { code: String(level) });
}
