import { Badge } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Told in words beside the sign: two offices wrote different values. */
export function ConflictMark() {
  const { t } = useTranslation();
  return (
    <Badge variant="default" leftSection={<IconArrowsSplit2 size={16} aria-hidden />}>
      {t('common:record.conflict')}
    </Badge>
  );
}
