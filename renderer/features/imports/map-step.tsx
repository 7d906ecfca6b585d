import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetReport } from '#shared/contract/imports.ts';
import { missingFields, type SheetKind } from '#shared/domain/sheet-fields.ts';
import type { PickedFile } from '#renderer/client/files.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { SheetProgress } from './sheet-progress.tsx';
import { StepTitle } from './step-title.tsx';
import { type Source, useSheetCheck } from './use-sheet-check.ts';
import { useSheetFields } from './use-sheet-fields.ts';

type Looked = OutputOf<'imports.look'>;
type Column = Looked['columns'][number];

type Props = {
  kind: SheetKind;
  forumId: string | null;
  file: PickedFile;
  looked: Looked;
  before: Source['columns'] | null;
  onSheet: (name: string) => void;
  onOther: () => void;
  onChecked: (source: Source, report: SheetReport) => void;
};

/** Which column brings which field: guessed, and changed by whoever knows the sheet. */
export function MapStep({ kind, forumId, file, looked, before, onSheet, onOther, onChecked }: Props) {
  const { t } = useTranslation();
  const { word } = useSheetFields(kind);
  const { check, busy, error } = useSheetCheck();
  const [chosen, setChosen] = useState(() => startWith(looked.columns, before));
  const fields = Object.values(chosen).filter((field) => field !== '');
  const missing = missingFields(kind, fields);
  const twice = fields.filter((field, index) => fields.indexOf(field) < index);

  async function checkNow(): Promise<void> {
    const columns = looked.columns.flatMap(({ column }) => {
      const field = chosen[column] ?? '';
      return field === '' ? [] : [{ column, field }];
    });
    const source = { kind, forumId, file: file.token, sheet: looked.sheet, columns };
    const report = await check(source);
    if (report) onChecked(source, report);
  }

  return (
    <Stack align="stretch">
      <StepTitle>{t('imports:step.map')}</StepTitle>
      <Group>
        <Identifier>{file.name}</Identifier>
        <Text c="dimmed">{t('imports:file.rows', { count: looked.rows })}</Text>
      </Group>
      {looked.sheets.length > 1 && (
        <NativeSelect
          w={320}
          label={t('imports:file.page')}
          value={looked.sheet}
          data={[...looked.sheets]}
          onChange={(event) => onSheet(event.currentTarget.value)}
        />
      )}
      <Text>{t('imports:map.hint')}</Text>
      <SimpleTable
        label={t('imports:step.map')}
        columns={useColumns(kind, chosen, (column, field) => setChosen({ ...chosen, [column]: field }))}
        rows={looked.columns}
        rowKey={({ letters }) => letters}
      />
      {missing.length > 0 && (
        <Alert color="yellow" role="status">
          {t('imports:map.missing', { fields: missing.map(word) })}
        </Alert>
      )}
      {twice.length > 0 && (
        <Alert color="yellow" role="status">
          {t('imports:map.twice', { fields: twice.map(word) })}
        </Alert>
      )}
      {error && <FailureNotice error={error} />}
      {busy ? (
        <SheetProgress task="sheet-check" />
      ) : (
        <Group>
          <Button variant="default" onClick={onOther}>
            {t('imports:file.other')}
          </Button>
          <Button disabled={missing.length > 0 || twice.length > 0} onClick={() => void checkNow()}>
            {t('imports:map.check')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Chosen = Readonly<Record<number, string>>;

const startWith = (columns: readonly Column[], before: Source['columns'] | null): Chosen =>
  Object.fromEntries(
    columns.map(({ column, field }) => [
      column,
      before === null ? (field ?? '') : (before.find((one) => one.column === column)?.field ?? ''),
    ]),
  );

function useColumns(
  kind: SheetKind,
  chosen: Chosen,
  onChoose: (column: number, field: string) => void,
): readonly TableColumn<Column>[] {
  const { t } = useTranslation();
  const { fields } = useSheetFields(kind);
  const data = [
    { value: '', label: t('imports:map.none') },
    ...fields.map(({ key, label, required }) => ({ value: key, label: required ? `${label} *` : label })),
  ];
  return [
    { key: 'column', header: t('imports:map.column'), cell: ({ letters }) => <Identifier>{letters}</Identifier> },
    { key: 'header', header: t('imports:map.header'), cell: ({ header }) => <bdi>{header}</bdi> },
    {
      key: 'samples',
      header: t('imports:map.samples'),
      cell: ({ samples }) => (
        <Stack gap={0}>
          {samples.map((sample, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells of a column in their order; they may be alike.
            <Text key={index} size="sm" c="dimmed" lineClamp={1}>
              <bdi>{sample}</bdi>
            </Text>
          ))}
        </Stack>
      ),
    },
    {
      key: 'field',
      header: t('imports:map.field'),
      cell: ({ column, letters, header }) => (
        <NativeSelect
          aria-label={t('imports:map.fieldOf', { column: letters, header })}
          value={chosen[column] ?? ''}
          data={data}
          onChange={(event) => onChoose(column, event.currentTarget.value)}
        />
      ),
    },
  ];
}
