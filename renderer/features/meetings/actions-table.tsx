import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Action = MeetingView['actions'][number];

export function ActionsTable({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation();
  if (actions.length === 0) return <Text c="dimmed">{t('meetings:action.none')}</Text>;
  const columns: readonly TableColumn<Action>[] = [
    { key: 'what', header: t('meetings:action.what'), cell: ({ what }) => <bdi>{what}</bdi> },
    {
      key: 'responsible',
      header: t('meetings:action.responsible'),
      cell: ({ responsible }) => <CodeLabel list="ssp_responsible" code={responsible} />,
    },
    { key: 'due', header: t('meetings:action.due'), cell: ({ due }) => <DateText value={due} /> },
    {
      key: 'status',
      header: t('meetings:action.status'),
      cell: ({ status }) => <CodeLabel list="action_item_status" code={status} />,
    },
  ];
  return <SimpleTable label={t('meetings:action.table')} columns={columns} rows={actions} rowKey={({ id }) => id} />;
}
