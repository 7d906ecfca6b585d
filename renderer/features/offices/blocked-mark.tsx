import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A computer whose certificate was withdrawn. */
export function BlockedMark() {
  const { t } = useTranslation();
  return (
    <Badge variant="default" c="var(--mantine-color-error)">
      {t('devices:blocked')}
    </Badge>
  );
}
