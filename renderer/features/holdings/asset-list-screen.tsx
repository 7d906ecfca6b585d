import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { InputOf } from '#shared/contract/contract.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { useHoldingColumns } from './use-holding-columns.tsx';

type Family = NonNullable<InputOf<'assets.list'>['family']>;

/** Vehicles and equipment. */
export function AssetListScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const [family, setFamily] = useState<Family>('all');
  return (
    <ListPage
      title={t('holdings:assets.title')}
      {...(mayWrite ? { newLabel: t('holdings:assets.new'), onNew: () => navigate('/assets/new') } : {})}
      importTo={mayWrite && '/import/assets'}
      method="assets.list"
      input={{ family }}
      columns={useColumns()}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/assets/${row.id}`)}
      emptyTitle={t('holdings:assets.emptyTitle')}
      emptyText={t('holdings:assets.emptyText')}
      filters={
        <SegmentedControl
          aria-label={t('holdings:assets.family')}
          value={family}
          onChange={(chosen) => setFamily(chosen as Family)}
          data={[
            { value: 'all', label: t('common:word.all') },
            { value: 'vehicles', label: t('holdings:assets.vehicles') },
            { value: 'equipment', label: t('holdings:assets.equipment') },
          ]}
        />
      }
    />
  );
}

function useColumns(): readonly TableColumn<RowOf<'assets.list'>>[] {
  const { t } = useTranslation();
  const { name, kind, status } = useHoldingColumns();
  return [
    name,
    kind,
    { key: 'mark', header: t('holdings:list.mark'), cell: (row) => row.mark && <bdi>{row.mark}</bdi> },
    {
      key: 'site',
      header: t('holdings:list.where'),
      cell: (row) => (row.siteName === '' ? <PlaceLabel code={row.place} /> : <bdi>{row.siteName}</bdi>),
    },
    status,
    { key: 'handed', header: t('holdings:list.handedOn'), cell: (row) => <DateText value={row.handedOn || null} /> },
    { key: 'checked', header: t('holdings:list.checkedOn'), cell: (row) => <DateText value={row.checkedOn || null} /> },
  ];
}
