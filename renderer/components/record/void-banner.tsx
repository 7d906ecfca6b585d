import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Voided = { readonly reason: string; readonly at: string; readonly by: string };

export function VoidBanner({ voided }: { voided: Voided }) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" icon={<IconBan aria-hidden />} title={t('common:record.voided')}>
      {t('common:record.voidedBy', { date: voided.at, name: voided.by, reason: voided.reason })}
    </Alert>
  );
}
