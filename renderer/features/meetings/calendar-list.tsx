import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import type { CalendarMeeting } from './month-table.tsx';

/** The meetings of the month, one on a line. */
export function CalendarList({ meetings }: { meetings: readonly CalendarMeeting[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (meetings.length === 0) return <Text>{t('meetings:calendar.empty')}</Text>;
  const columns: readonly TableColumn<CalendarMeeting>[] = [
    {
      key: 'date',
      header: t('common:label.date'),
      cell: ({ date }) => <time dateTime={date}>{format.dateWithWeekday(date)}</time>,
    },
    {
      key: 'time',
      header: t('meetings:field.startTime'),
      cell: ({ startTime }) => (startTime === '' ? '–' : <Identifier>{startTime}</Identifier>),
    },
    {
      key: 'forum',
      header: t('meetings:list.forum'),
      cell: (meeting) => (
        <Anchor href={`#/meetings/${meeting.id}`}>
          <bdi>{meeting.forumName}</bdi> <Identifier>{meetingNumber(meeting)}</Identifier>
        </Anchor>
      ),
    },
    { key: 'type', header: t('common:label.type'), cell: ({ type }) => <CodeLabel list="meeting_type" code={type} /> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: ({ status }) => <CodeLabel list="meeting_status" code={status} />,
    },
  ];
  return <SimpleTable label={t('meetings:calendar.title')} columns={columns} rows={meetings} rowKey={({ id }) => id} />;
}
