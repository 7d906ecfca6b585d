import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '#shared/contract/coverage.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DistanceText } from '#renderer/components/distance-text.tsx';
import { FindingsText } from '#renderer/components/findings-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Forum = CoverageView['forums'][number];
type Office = CoverageView['offices'][number];

export function CoverageForums({ forums }: { forums: readonly Forum[] }) {
  const { t } = useTranslation();
  const columns: readonly TableColumn<Forum>[] = [
    {
      key: 'name',
      header: t('coverage:forum'),
      cell: (row) => (
        <Anchor href={`#/forums/${row.id}`}>
          <bdi>{row.name}</bdi>
        </Anchor>
      ),
    },
    { key: 'place', header: t('common:label.place'), cell: (row) => <PlaceLabel code={row.place} /> },
    {
      key: 'office',
      header: t('coverage:servedBy'),
      cell: ({ officeId, officeName }) =>
        officeId === null ? (
          '–'
        ) : (
          <Anchor href={`#/sites/${officeId}`}>
            <bdi>{officeName}</bdi>
          </Anchor>
        ),
    },
    { key: 'km', header: t('coverage:distance'), cell: (row) => <DistanceText km={row.km} /> },
    { key: 'findings', header: t('coverage:findings'), cell: (row) => <FindingsText findings={row.findings} /> },
    { key: 'nearest', header: t('coverage:nearest'), cell: ({ nearest }) => <Nearest nearest={nearest} /> },
    { key: 'owner', header: t('coverage:keptBy'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
  if (forums.length === 0) return <Text c="dimmed">{t('coverage:noForums')}</Text>;
  return <SimpleTable label={t('coverage:forums')} columns={columns} rows={forums} rowKey={({ id }) => id} />;
}

function Nearest({ nearest }: { nearest: Forum['nearest'] }) {
  const { t } = useTranslation();
  if (nearest === null) return '–';
  return (
    <>
      <Anchor href={`#/sites/${nearest.officeId}`}>
        <bdi>{nearest.name}</bdi>
      </Anchor>{' '}
      <DistanceText km={nearest.km} />
      {!nearest.within && (
        <Text size="sm" c="dimmed">
          {t('coverage:beyond')}
        </Text>
      )}
    </>
  );
}

export function CoverageOffices({ offices }: { offices: readonly Office[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly TableColumn<Office>[] = [
    {
      key: 'name',
      header: t('coverage:office'),
      cell: (row) => (
        <Anchor href={`#/sites/${row.id}`}>
          <bdi>{row.name}</bdi>
        </Anchor>
      ),
    },
    {
      key: 'place',
      header: t('common:label.place'),
      cell: (row) => (
        <>
          <PlaceLabel code={row.place} />
          {row.approximate && (
            <Text size="sm" c="dimmed">
              {t('coverage:approximate')}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => <CodeLabel list="asset_status" code={row.status} />,
    },
    {
      key: 'forums',
      header: t('coverage:forumsServed'),
      cell: ({ forums, full }) => (
        <>
          {format.number(forums)}
          {full && (
            <Text c="red" fw={500}>
              {t('coverage:tooMany')}
            </Text>
          )}
        </>
      ),
    },
    { key: 'far', header: t('coverage:farForums'), cell: (row) => format.number(row.far) },
    { key: 'owner', header: t('coverage:keptBy'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
  if (offices.length === 0) return <Text c="dimmed">{t('coverage:noOffices')}</Text>;
  return <SimpleTable label={t('coverage:offices')} columns={columns} rows={offices} rowKey={({ id }) => id} />;
}
