import { Button, SegmentedControl } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { InputOf } from '#shared/contract/contract.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { useHoldingColumns } from './use-holding-columns.tsx';

type Kinds = NonNullable<InputOf<'sites.list'>['kinds']>;

/** Offices and works. */
export function SiteListScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const [kinds, setKinds] = useState<Kinds>('all');
  return (
    <ListPage
      title={t('holdings:sites.title')}
      {...(mayWrite ? { newLabel: t('holdings:sites.new'), onNew: () => navigate('/sites/new') } : {})}
      method="sites.list"
      input={{ kinds }}
      columns={useColumns()}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/sites/${row.id}`)}
      emptyTitle={t('holdings:sites.emptyTitle')}
      emptyText={t('holdings:sites.emptyText')}
      filters={
        <>
          <SegmentedControl
            aria-label={t('holdings:sites.kinds')}
            value={kinds}
            onChange={(chosen) => setKinds(chosen as Kinds)}
            data={[
              { value: 'all', label: t('common:word.all') },
              { value: 'offices', label: t('holdings:sites.offices') },
              { value: 'works', label: t('holdings:sites.works') },
            ]}
          />
          <Button variant="default" component="a" href="#/coverage" leftSection={<IconMap2 size={20} aria-hidden />}>
            {t('coverage:title')}
          </Button>
        </>
      }
    />
  );
}

function useColumns(): readonly TableColumn<RowOf<'sites.list'>>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, kind, status } = useHoldingColumns();
  return [
    name,
    kind,
    { key: 'place', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    status,
    { key: 'women', header: t('holdings:list.women'), cell: (row) => format.number(row.women) },
    { key: 'men', header: t('holdings:list.men'), cell: (row) => format.number(row.men) },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}
