import { Anchor, Button, Group } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCan } from '#renderer/client/session-context.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { type ListForum, OfForum } from '#renderer/components/of-forum.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';

type MeetingRow = RowOf<'meetings.list'>;

/** Meetings of all forums, or with `forumId` of one. */
export function MeetingListScreen({ forumId }: { forumId?: string }) {
  return <OfForum forumId={forumId}>{(forum) => <Meetings forum={forum} />}</OfForum>;
}

function Meetings({ forum }: { forum: ListForum | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayWrite = useCan('policing.write');
  const columns = useColumns().filter(({ key }) => forum === null || key !== 'forum');
  return (
    <ListPage
      title={forum === null ? t('meetings:list.title') : t('meetings:list.titleOf', { name: forum.name })}
      {...(forum?.mayAdd
        ? { newLabel: t('meetings:list.new'), onNew: () => navigate(`/forums/${forum.id}/meetings/new`) }
        : {})}
      importTo={mayWrite && '/import/meetings'}
      method="meetings.list"
      input={{ forumId: forum?.id ?? null }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/meetings/${row.id}`)}
      emptyTitle={t('meetings:list.emptyTitle')}
      emptyText={t('meetings:list.emptyText')}
      filters={
        forum === null ? (
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
        ) : (
          <Anchor href="#/meetings">{t('meetings:list.allForums')}</Anchor>
        )
      }
    />
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
