import { Alert } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A plan is read by many: texts name places and patterns, never a person. */
export function NamesWarning() {
  const { t } = useTranslation();
  return (
    <Alert color="blue" icon={<IconShieldLock aria-hidden />}>
      {t('plans:noNames')}
    </Alert>
  );
}
