import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { UndoneNotice } from './undone-notice.tsx';

type Row = OutputOf<'imports.list'>[number];

/** What was brought in here last, each to be taken back at once. */
export function RecentImports({ kind }: { kind: SheetKind }) {
  const { t } = useTranslation();
  const list = useCall('imports.list', { kind });
  const [undoing, setUndoing] = useState<Row | null>(null);
  const [undone, setUndone] = useState<OutputOf<'imports.undo'> | null>(null);
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('imports:recent.title')}
      </Title>
      {undone && <UndoneNotice undone={undone} />}
      <QueryState of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('imports:recent.none')}</Text>
          ) : (
            <RecentTable rows={rows} onUndo={setUndoing} />
          )
        }
      </QueryState>
      {undoing && (
        <UndoDialog
          of={undoing}
          onClose={() => setUndoing(null)}
          onUndone={(told) => {
            setUndoing(null);
            setUndone(told);
          }}
        />
      )}
    </Stack>
  );
}

function RecentTable({ rows, onUndo }: { rows: readonly Row[]; onUndo: (row: Row) => void }) {
  const { t } = useTranslation();
  return (
    <SimpleTable
      label={t('imports:recent.title')}
      columns={[
        { key: 'file', header: t('imports:recent.file'), cell: ({ file }) => <Identifier>{file}</Identifier> },
        { key: 'when', header: t('imports:recent.when'), cell: ({ at }) => <MomentText value={at} /> },
        { key: 'by', header: t('imports:recent.by'), cell: ({ by }) => <bdi>{by}</bdi> },
        {
          key: 'what',
          header: t('imports:recent.what'),
          cell: ({ made, altered }) =>
            [
              t('imports:done.made', { count: made }),
              ...(altered > 0 ? [t('imports:done.altered', { count: altered })] : []),
            ].join(' · '),
        },
        {
          key: 'undo',
          header: t('common:action.undo'),
          cell: (row) => {
            if (row.undone) return <Text size="sm">{t('imports:recent.undone', { at: row.undone.at })}</Text>;
            if (!row.mayUndo) return null;
            return (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('imports:undo.of', { file: row.file })}
                onClick={() => onUndo(row)}
              >
                {t('common:action.undo')}
              </Button>
            );
          },
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
