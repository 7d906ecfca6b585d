import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '#shared/contract/mappings.ts';
import { PLACE_SAFETY } from '#shared/domain/generated/code-lists.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import './places-view.css';

type Props = { places: readonly PlaceView[]; label: string };

/** Places by day and by night at a glance, then one line each. */
export function PlacesView({ places, label }: Props) {
  return (
    <Stack gap="sm">
      {places.length > 0 && <PlacesGrid places={places} label={label} />}
      <PlacesTable places={places} />
    </Stack>
  );
}

/** `said`: by which side, where several are told in one table. */
type Told = PlaceView & { readonly said?: string };

export function PlacesTable({ places }: { places: readonly Told[] }) {
  const { t } = useTranslation();
  if (places.length === 0) return <Text c="dimmed">{t('mappings:place.none')}</Text>;
  const columns: readonly TableColumn<Told>[] = [
    { key: 'name', header: t('mappings:place.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    ...(places.some(({ said }) => said !== undefined)
      ? [{ key: 'said', header: t('mappings:place.said'), cell: ({ said }: Told) => said }]
      : []),
    { key: 'day', header: t('mappings:place.day'), cell: ({ day }) => <CodeLabel list="place_safety" code={day} /> },
    {
      key: 'night',
      header: t('mappings:place.night'),
      cell: ({ night }) => <CodeLabel list="place_safety" code={night} />,
    },
    { key: 'forWhom', header: t('mappings:place.forWhom'), cell: ({ forWhom }) => <bdi>{forWhom || '–'}</bdi> },
    { key: 'why', header: t('mappings:place.why'), cell: ({ why }) => <bdi>{why || '–'}</bdi> },
  ];
  return <SimpleTable label={t('mappings:place.table')} columns={columns} rows={places} rowKey={keyOf} />;
}

/** No two lines say the same. */
const keyOf = (place: Told): string => JSON.stringify(place);

/** Day downwards, night across: what stands far from the first corner is worse. */
export function PlacesGrid({ places, label }: Props) {
  const { t } = useTranslation();
  const name = t('mappings:place.grid', { label });
  return (
    <Table.ScrollContainer
      minWidth={440}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': name } }}
    >
      <Table withTableBorder withColumnBorders withRowBorders aria-label={name} className="places-grid">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('mappings:place.gridCorner')}</Table.Th>
            {PLACE_SAFETY.map((night) => (
              <Table.Th key={night} scope="col">
                <CodeLabel list="place_safety" code={night} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {PLACE_SAFETY.map((day, row) => (
            <Table.Tr key={day}>
              <Table.Th scope="row">
                <CodeLabel list="place_safety" code={day} />
              </Table.Th>
              {PLACE_SAFETY.map((night, column) => (
                <Table.Td key={night} className={`places-cell places-cell-${Math.max(row, column)}`}>
                  {places
                    .filter((place) => place.day === day && place.night === night)
                    .map((place) => (
                      <bdi key={keyOf(place)} className="places-name">
                        {place.name}
                      </bdi>
                    ))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
