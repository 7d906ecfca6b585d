import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import type { RowOf } from '#renderer/components/list-page.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useHoldingColumns } from './use-holding-columns.tsx';

/** As many as one page of a list has room for; the others are found in the list of all. */
const shown = 50;

/** Vehicles and equipment that belong to a site. */
export function SiteAssets({ siteId }: { siteId: string }) {
  const { t } = useTranslation();
  const { kind, status } = useHoldingColumns();
  const assets = useCall('assets.list', { siteId, limit: shown });
  const columns: readonly TableColumn<RowOf<'assets.list'>>[] = [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Anchor href={`#/assets/${row.id}`}>
          <bdi>{row.name}</bdi>
        </Anchor>
      ),
    },
    kind,
    { key: 'mark', header: t('holdings:list.mark'), cell: (row) => row.mark && <bdi>{row.mark}</bdi> },
    { ...status, cell: (row) => (row.voided ? t('common:record.voided') : status.cell(row)) },
  ];
  return (
    <FormSection title={t('holdings:section.assets')}>
      <QueryState
        of={assets}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text c="dimmed">{t('holdings:site.noAssets')}</Text>}
      >
        {({ rows }) => (
          <SimpleTable label={t('holdings:section.assets')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </QueryState>
    </FormSection>
  );
}
