import { Anchor, Button, Group } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';

type MeetingRow = RowOf<'meetings.list'>;

/** Meetings of all forums, or with `forumId` of one. */
export function MeetingListScreen({ forumId }: { forumId?: string }) {
  return forumId === undefined ? <AllMeetings /> : <MeetingsOfForum forumId={forumId} />;
}

function AllMeetings() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const columns = useColumns();
  return (
    <ListPage
      title={t('meetings:list.title')}
      method="meetings.list"
      input={{ forumId: null }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/meetings/${row.id}`)}
      emptyTitle={t('meetings:list.emptyTitle')}
      emptyText={t('meetings:list.emptyText')}
      filters={
        <>
          <Button
            variant="default"
            component="a"
            href="#/meetings/calendar"
            leftSection={<IconCalendar size={20} aria-hidden />}
          >
            {t('meetings:calendar.title')}
          </Button>
          <Button variant="default" component="a" href="#/forums">
            {t('meetings:list.toForums')}
          </Button>
        </>
      }
    />
  );
}

function MeetingsOfForum({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const columns = useColumns().filter(({ key }) => key !== 'forum');
  const forum = useCall('forums.get', { forumId });
  return (
    <QueryState of={forum}>
      {(view) => (
        <ListPage
          title={t('meetings:list.titleOf', { name: view.name })}
          {...(mayWrite && view.owner.mine && view.voided === null
            ? { newLabel: t('meetings:list.new'), onNew: () => navigate(`/forums/${forumId}/meetings/new`) }
            : {})}
          method="meetings.list"
          input={{ forumId }}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => navigate(`/meetings/${row.id}`)}
          emptyTitle={t('meetings:list.emptyTitle')}
          emptyText={t('meetings:list.emptyText')}
          filters={<Anchor href="#/meetings">{t('meetings:list.allForums')}</Anchor>}
        />
      )}
    </QueryState>
  );
}

function useColumns(): readonly TableColumn<MeetingRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      header: t('common:label.number'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <Identifier>{meetingNumber(row)}</Identifier>
          <RowMarks row={row} />
        </Group>
      ),
    },
    { key: 'forum', header: t('meetings:list.forum'), cell: (row) => <bdi>{row.forumName}</bdi> },
    { key: 'date', header: t('common:label.date'), cell: (row) => <DateText value={row.date} /> },
    { key: 'type', header: t('common:label.type'), cell: (row) => <CodeLabel list="meeting_type" code={row.type} /> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => <CodeLabel list="meeting_status" code={row.status} />,
    },
    { key: 'present', header: t('meetings:list.present'), cell: (row) => format.number(row.present) },
    { key: 'women', header: t('meetings:list.women'), cell: (row) => format.number(row.women) },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}
