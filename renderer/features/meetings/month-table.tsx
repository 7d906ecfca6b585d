import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { weekdayName } from '#shared/text/dates.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { today } from '#renderer/components/today.ts';
import { isInMonth } from './calendar-month.ts';

export type CalendarMeeting = OutputOf<'meetings.calendar'>[number];

type Props = {
  label: string;
  month: string;
  weeks: readonly (readonly string[])[];
  meetings: readonly CalendarMeeting[];
};

/** A page of a calendar: a row for each week, Saturday first, Tab goes from meeting to meeting. */
export function MonthTable({ label, month, weeks, meetings }: Props) {
  const { language } = useScreenLanguage();
  return (
    <Table.ScrollContainer
      minWidth={900}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table withTableBorder withColumnBorders layout="fixed" className="month-table" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {weeks[0]?.map((day) => (
              <Table.Th key={day} scope="col">
                {weekdayName(day, language)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week[0]}>
              {week.map((day) => (
                <Table.Td key={day} valign="top" h={96} aria-current={day === today() ? 'date' : undefined}>
                  <Day
                    day={day}
                    isOutside={!isInMonth(day, month)}
                    meetings={meetings.filter(({ date }) => date === day)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Day({ day, isOutside, meetings }: { day: string; isOutside: boolean; meetings: readonly CalendarMeeting[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isToday = day === today();
  return (
    <Stack gap={4}>
      <Text fw={isToday ? 700 : 400} c={isOutside ? 'dimmed' : undefined} size="sm">
        <time dateTime={day}>{format.number(Number(day.slice(8)))}</time>
        {isToday && <> · {t('meetings:calendar.today')}</>}
      </Text>
      {meetings.map((meeting) => (
        <Anchor key={meeting.id} href={`#/meetings/${meeting.id}`} size="sm">
          {meeting.startTime !== '' && <Identifier>{meeting.startTime}</Identifier>} <bdi>{meeting.forumName}</bdi> ·{' '}
          <CodeLabel list="meeting_type" code={meeting.type} /> ·{' '}
          <CodeLabel list="meeting_status" code={meeting.status} />
        </Anchor>
      ))}
    </Stack>
  );
}
