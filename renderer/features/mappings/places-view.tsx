import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '#shared/contract/mappings.ts';
import { PLACE_SAFETY } from '#shared/domain/generated/code-lists.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import './places-view.css';

/** Places by day and by night at a glance, then one line each. */
export function PlacesView({ places, label }: { places: readonly PlaceView[]; label: string }) {
  const { t } = useTranslation();
  if (places.length === 0) return <Text c="dimmed">{t('mappings:place.none')}</Text>;
  const columns: readonly TableColumn<PlaceView & { readonly key: string }>[] = [
    { key: 'name', header: t('mappings:place.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'day', header: t('mappings:place.day'), cell: ({ day }) => <CodeLabel list="place_safety" code={day} /> },
    {
      key: 'night',
      header: t('mappings:place.night'),
      cell: ({ night }) => <CodeLabel list="place_safety" code={night} />,
    },
    { key: 'forWhom', header: t('mappings:place.forWhom'), cell: ({ forWhom }) => <bdi>{forWhom || '–'}</bdi> },
    { key: 'why', header: t('mappings:place.why'), cell: ({ why }) => <bdi>{why || '–'}</bdi> },
  ];
  // Two groups may name the same place in the same words.
  const rows = places.map((place, index) => ({ ...place, key: `${index} ${place.name}` }));
  return (
    <Stack gap="sm">
      <PlacesGrid places={rows} label={label} />
      <SimpleTable label={label} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Stack>
  );
}

type GridProps = { places: readonly (PlaceView & { readonly key: string })[]; label: string };

/** Day downwards, night across: what stands far from the first corner is worse. */
function PlacesGrid({ places, label }: GridProps) {
  const { t } = useTranslation();
  const name = t('mappings:place.grid', { label });
  return (
    <Table.ScrollContainer
      minWidth={560}
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
                      <bdi key={place.key} className="places-name">
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
