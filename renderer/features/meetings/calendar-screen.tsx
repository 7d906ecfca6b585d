import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, monthStart } from '#shared/text/calendar.ts';
import { formatMonth } from '#shared/text/dates.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { today } from '#renderer/components/today.ts';
import { CalendarList } from './calendar-list.tsx';
import { weeksOfMonth } from './calendar-month.ts';
import { MonthTable } from './month-table.tsx';

/** The meetings of a month, as a page of a calendar or as a list. */
export function MeetingCalendarScreen() {
  const { t } = useTranslation();
  const { language, digits } = useScreenLanguage();
  const [month, setMonth] = useState(() => monthStart(today()));
  const [view, setView] = useState('month');
  const weeks = weeksOfMonth(month);
  const days = view === 'month' ? weeks.flat() : [month, addDays(addMonths(month, 1), -1)];
  const meetings = useCall(
    'meetings.calendar',
    { from: days[0] ?? month, to: days.at(-1) ?? month },
    { keepPrevious: true },
  );
  const name = formatMonth(month, language, digits);
  return (
    <Stack>
      <PageTitle title={t('meetings:calendar.title')}>
        <Button component="a" href="#/meetings" variant="default">
          {t('meetings:calendar.all')}
        </Button>
      </PageTitle>
      <Group justify="space-between" wrap="wrap">
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={20} aria-hidden className="mantine-rotate-rtl" />}
            onClick={() => setMonth(addMonths(month, -1))}
          >
            {t('common:date.previousMonth')}
          </Button>
          <Text fw={600} role="status" miw="10rem" ta="center">
            {name}
          </Text>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={20} aria-hidden className="mantine-rotate-rtl" />}
            onClick={() => setMonth(addMonths(month, 1))}
          >
            {t('common:date.nextMonth')}
          </Button>
          <Button variant="subtle" onClick={() => setMonth(monthStart(today()))}>
            {t('meetings:calendar.thisMonth')}
          </Button>
        </Group>
        <SegmentedControl
          aria-label={t('meetings:calendar.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'month', label: t('meetings:calendar.month') },
            { value: 'list', label: t('meetings:calendar.list') },
          ]}
        />
      </Group>
      <QueryState of={meetings}>
        {(rows) =>
          view === 'month' ? (
            <MonthTable label={name} month={month} weeks={weeks} meetings={rows} />
          ) : (
            <CalendarList meetings={rows} />
          )
        }
      </QueryState>
    </Stack>
  );
}
