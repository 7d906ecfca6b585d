import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mappings.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { CountText } from '#renderer/components/count-text.tsx';
import { DimensionValue } from './dimension-value.tsx';

type Row = NonNullable<MappingView['people']>[number];

/** People who took part, by sex and by age band. */
export function PeopleTable({ people, below }: { people: readonly Row[] | null; below: number }) {
  const { t } = useTranslation();
  if (people === null) return <Text c="dimmed">{t('mappings:answers.notClosed')}</Text>;
  const columns: readonly TableColumn<Row>[] = [
    {
      key: 'who',
      header: t('mappings:answers.who'),
      cell: ({ dimension, value }) => <DimensionValue dimension={dimension} value={value} />,
    },
    { key: 'count', header: t('mappings:people.count'), cell: ({ count }) => <CountText value={count} /> },
  ];
  return (
    <Stack gap="xs">
      <SimpleTable
        label={t('mappings:people.table')}
        columns={columns}
        rows={people}
        rowKey={({ dimension, value }) => `${dimension} ${value}`}
      />
      <Text c="dimmed">{t('mappings:count.rule', { count: below })}</Text>
    </Stack>
  );
}
