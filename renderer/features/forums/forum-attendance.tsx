import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shareOf } from '#shared/domain/composition.ts';
import type { ForumDashboard } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { AttendanceChart } from './attendance-chart.tsx';

type Meeting = ForumDashboard['attendance'][number];

/** Who came to the last twelve meetings: as a picture and as a table. */
export function ForumAttendance({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const sum = (of: (meeting: Meeting) => number) => meetings.reduce((total, meeting) => total + of(meeting), 0);
  const expected = sum((meeting) => meeting.expected);
  const present = sum((meeting) => meeting.present);
  const women = sum((meeting) => meeting.women);
  return (
    <FormSection title={t('forums:section.attendance')}>
      {meetings.length === 0 ? (
        <Text c="dimmed">{t('forums:attendance.none')}</Text>
      ) : (
        <Stack gap="sm">
          <Text>
            {t('forums:attendance.mean', {
              count: meetings.length,
              came: wholePercent(present, expected),
              women: wholePercent(women, present),
            })}
          </Text>
          <AttendanceChart meetings={meetings} />
          <SimpleTable
            label={t('forums:attendance.table')}
            columns={columns}
            rows={meetings}
            rowKey={({ meetingId }) => meetingId}
          />
        </Stack>
      )}
    </FormSection>
  );
}

function useColumns(): readonly TableColumn<Meeting>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const quorum = (reached: boolean | null): string =>
    reached === null ? '–' : reached ? t('common:word.yes') : t('common:word.no');
  return [
    {
      key: 'number',
      header: t('common:label.number'),
      cell: (row) => (
        <Anchor href={`#/meetings/${row.meetingId}`}>
          <Identifier>{meetingNumber(row)}</Identifier>
        </Anchor>
      ),
    },
    { key: 'date', header: t('common:label.date'), cell: ({ date }) => <DateText value={date} /> },
    {
      key: 'type',
      header: t('common:label.type'),
      cell: ({ type }) => <CodeLabel list="meeting_type" code={type} />,
    },
    {
      key: 'expected',
      header: t('forums:attendance.expected'),
      cell: ({ expected }) => format.number(expected),
    },
    { key: 'present', header: t('forums:attendance.present'), cell: ({ present }) => format.number(present) },
    { key: 'women', header: t('forums:attendance.women'), cell: ({ women }) => format.number(women) },
    {
      key: 'share',
      header: t('forums:attendance.womenShare'),
      cell: ({ women, present }) => {
        const share = shareOf({ count: women, of: present });
        return share === null ? '–' : format.percent(share);
      },
    },
    { key: 'quorum', header: t('forums:attendance.quorum'), cell: (row) => quorum(row.quorum) },
  ];
}

/** A share of one, to the nearest per cent. */
const wholePercent = (count: number, of: number): number => Math.round((shareOf({ count, of }) ?? 0) / 10) / 100;
