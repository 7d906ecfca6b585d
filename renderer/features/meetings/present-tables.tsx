import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { tookPart } from '#shared/domain/meeting-rules.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Attendance = MeetingView['attendance'][number];
type Guests = MeetingView['guests'][number];

export function AttendanceView({ attendance }: { attendance: readonly Attendance[] }) {
  const { t } = useTranslation();
  if (attendance.length === 0) return <Text c="dimmed">{t('meetings:attendance.noneRecorded')}</Text>;
  const columns: readonly TableColumn<Attendance>[] = [
    { key: 'name', header: t('meetings:attendance.member'), cell: ({ name }) => <PersonText value={name} /> },
    { key: 'role', header: t('forums:member.role'), cell: ({ role }) => <CodeLabel list="forum_role" code={role} /> },
    { key: 'sex', header: t('forums:member.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'status',
      header: t('meetings:attendance.status'),
      cell: (row) => <AttendanceAnswer attended={row} />,
    },
  ];
  const came = attendance.filter(({ status }) => tookPart(status));
  const women = came.filter(
    ({ status, sex, substitute }) => (status === 'substitute' ? substitute?.sex : sex) === 'female',
  );
  return (
    <>
      <Group gap="md">
        <Text>{t('meetings:count.present', { count: came.length })}</Text>
        {came.length > 0 && <Text>{t('meetings:count.women', { count: women.length })}</Text>}
      </Group>
      <SimpleTable
        label={t('meetings:attendance.table')}
        columns={columns}
        rows={attendance}
        rowKey={({ member }) => member}
      />
    </>
  );
}

function AttendanceAnswer({ attended: { status, substitute } }: { attended: Attendance }) {
  return (
    <>
      <CodeLabel list="attendance_status" code={status} />
      {substitute && (
        <Text size="sm" component="div">
          {substitute.name !== '' && (
            <>
              <PersonText value={substitute.name} /> ·{' '}
            </>
          )}
          <CodeLabel list="sex" code={substitute.sex} /> · <CodeLabel list="age_band" code={substitute.ageBand} />
        </Text>
      )}
    </>
  );
}

export function GuestsView({ guests }: { guests: readonly Guests[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (guests.length === 0) return <Text c="dimmed">{t('meetings:guest.none')}</Text>;
  const columns: readonly TableColumn<Guests>[] = [
    { key: 'sex', header: t('meetings:guest.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'age',
      header: t('meetings:guest.ageBand'),
      cell: ({ ageBand }) => <CodeLabel list="age_band" code={ageBand} />,
    },
    { key: 'count', header: t('meetings:guest.count'), cell: ({ count }) => format.number(count) },
  ];
  return (
    <>
      <Text>{t('meetings:count.guests', { count: guests.reduce((sum, { count }) => sum + count, 0) })}</Text>
      <SimpleTable
        label={t('meetings:guest.table')}
        columns={columns}
        rows={guests}
        rowKey={({ sex, ageBand }) => `${sex} ${ageBand}`}
      />
    </>
  );
}
