import { Anchor, Text } from '@mantine/core';
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
    { key: 'what', header: t('meetings:action.what'), cell: (action) => <ActionLink action={action} /> },
    {
      key: 'responsible',
      header: t('meetings:action.responsible'),
      cell: ({ responsible }) => <CodeLabel list="ssp_responsible" code={responsible} />,
    },
    { key: 'due', header: t('meetings:action.due'), cell: ({ due }) => <DateText value={due} /> },
    { key: 'resources', header: t('meetings:action.resources'), cell: ({ resources }) => <bdi>{resources}</bdi> },
    {
      key: 'status',
      header: t('meetings:action.status'),
      cell: ({ now }) => <ActionState now={now} />,
    },
  ];
  return <SimpleTable label={t('meetings:action.table')} columns={columns} rows={actions} rowKey={({ id }) => id} />;
}

/** To its page, where it is told how it went on. */
function ActionLink({ action: { id, what } }: { action: Action }) {
  return (
    <Anchor href={`#/actions/${id}`}>
      <bdi>{what}</bdi>
    </Anchor>
  );
}

/** As it stands now: what was told last, and when. */
function ActionState({ now: { status, note, date } }: { now: Action['now'] }) {
  return (
    <>
      <CodeLabel list="action_item_status" code={status} />
      {date !== null && (
        <Text size="sm" c="dimmed" component="div">
          <DateText value={date} /> {note !== '' && <bdi>{note}</bdi>}
        </Text>
      )}
    </>
  );
}
