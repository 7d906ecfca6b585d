import { useTranslation } from 'react-i18next';

/** Words for the path of a field of a partner or an added place, for the summary above the form. */
export function useReferenceFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const labels: Readonly<Record<string, string>> = {
    'fields.names.ar-IQ': t('reference:field.nameAr'),
    'fields.names.ckb-IQ': t('reference:field.nameCkb'),
    'fields.names.en': t('reference:field.nameEn'),
    'fields.kind': t('reference:field.kind'),
    'fields.note': t('reference:field.note'),
    'fields.level': t('reference:field.level'),
    'fields.parent': t('reference:field.parent'),
    'fields.position': t('reference:field.position'),
    'fields.farReason': t('reference:field.farReason'),
    'fields.authority': t('reference:field.authority'),
  };
  return (path) => labels[path];
}
