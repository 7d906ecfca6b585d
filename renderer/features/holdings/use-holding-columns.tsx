import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';

type Named = { readonly name: string; readonly voided: boolean; readonly conflict: boolean };

/** Columns that the lists of sites and of assets share. */
export function useHoldingColumns(): {
  readonly name: TableColumn<Named>;
  readonly kind: TableColumn<{ readonly kind: string }>;
  readonly status: TableColumn<{ readonly status: string }>;
} {
  const { t } = useTranslation();
  return {
    name: {
      key: 'name',
      header: t('common:label.name'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <bdi>{row.name}</bdi>
          <RowMarks row={row} />
        </Group>
      ),
    },
    kind: {
      key: 'kind',
      header: t('holdings:field.kind'),
      cell: (row) => <CodeLabel list="infrastructure_kind" code={row.kind} />,
    },
    status: {
      key: 'status',
      header: t('holdings:field.status'),
      cell: (row) => <CodeLabel list="asset_status" code={row.status} />,
    },
  };
}
