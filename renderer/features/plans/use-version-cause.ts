import { useTranslation } from 'react-i18next';

/** Why there is a version of a plan. */
export function useVersionCause(): (cause: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = {
    endorsed: t('plans:version.endorsed'),
    revised: t('plans:version.revised'),
    reviewed: t('plans:version.reviewed'),
  };
  return (cause) => words[cause] ?? cause;
}
