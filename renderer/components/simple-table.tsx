import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export type TableColumn<R> = { readonly key: string; readonly header: string; readonly cell: (row: R) => ReactNode };

type Props<R> = {
  /** Names the table for those who do not see it. */
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
};

/** A table that is shown whole; the first cell names the row. Long lists are paged by ListPage. */
export function SimpleTable<R>({ label, columns, rows, rowKey }: Props<R>) {
  return (
    <Table.ScrollContainer
      minWidth={600}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table verticalSpacing="xs" aria-label={label}>
        <TableHead columns={columns} />
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map(({ key, cell }, index) =>
                index === 0 ? (
                  <Table.Th key={key} scope="row" fw={500}>
                    {cell(row)}
                  </Table.Th>
                ) : (
                  <Table.Td key={key}>{cell(row)}</Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function TableHead<R>({ columns }: { columns: readonly TableColumn<R>[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map(({ key, header }) => (
          <Table.Th key={key} scope="col">
            {header}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
