import { Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Rows on one page of a list. */
export const pageSize = 50;

/** Leads through the pages of a list; nothing where there is one page. */
export function Pager({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  const controlNames = {
    first: t('fields:list.firstPage'),
    previous: t('common:list.previousPage'),
    next: t('common:list.nextPage'),
    last: t('fields:list.lastPage'),
  };
  if (total <= pageSize) return null;
  return (
    <Pagination
      mt="md"
      total={Math.ceil(total / pageSize)}
      value={page}
      onChange={onPage}
      getItemProps={(item) => ({ 'aria-label': t('common:list.page', { page: item }) })}
      getControlProps={(control) => ({ 'aria-label': controlNames[control], className: 'mantine-rotate-rtl' })}
    />
  );
}
