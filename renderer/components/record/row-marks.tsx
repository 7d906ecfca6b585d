import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictMark } from './conflict-mark.tsx';

/** What stands beside the name of a record in a list: that it is void, that offices wrote different values. */
export function RowMarks({ row }: { row: { readonly voided: boolean; readonly conflict: boolean } }) {
  const { t } = useTranslation();
  return (
    <>
      {row.voided && <Badge variant="default">{t('common:record.voided')}</Badge>}
      {row.conflict && <ConflictMark />}
    </>
  );
}
