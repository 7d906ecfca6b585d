import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetFaultRow } from '#shared/contract/imports.ts';
import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import { Identifier } from '#renderer/components/identifier.tsx';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import { useSheetFields } from './use-sheet-fields.ts';

type Props = { kind: SheetKind; faults: readonly SheetFaultRow[]; total: number };

/** Row by row: the cell, what it says, what is wrong and what to do. */
export function FaultsTable({ kind, faults, total }: Props) {
  const { t } = useTranslation();
  const { word } = useSheetFields(kind);
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('imports:faults.title')}
      </Title>
      <Text>{t('imports:faults.hint')}</Text>
      <SimpleTable
        label={t('imports:faults.title')}
        columns={[
          { key: 'row', header: t('imports:faults.row'), cell: ({ row }) => row },
          {
            key: 'cell',
            header: t('imports:faults.cell'),
            cell: ({ row, column, field }) => (
              <>
                {column !== '' && <Identifier>{`${column}${row}`}</Identifier>} {field !== null && word(field)}
              </>
            ),
          },
          { key: 'shown', header: t('imports:faults.shown'), cell: ({ shown }) => <bdi>{shown}</bdi> },
          { key: 'what', header: t('imports:faults.what'), cell: ({ code }) => fieldErrorText(t, code) },
        ]}
        rows={faults}
        rowKey={({ row, field, code }) => `${row} ${field ?? ''} ${code}`}
      />
      {total > faults.length && <Text>{t('imports:more', { count: total - faults.length })}</Text>}
    </Stack>
  );
}
