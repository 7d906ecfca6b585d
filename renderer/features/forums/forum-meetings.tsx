import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import type { RowOf } from '#renderer/components/list-page.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';

type MeetingRow = RowOf<'meetings.list'>;

/** So many of the newest stand on the forum's page; the others on a list of their own. */
const shown = 10;

export function ForumMeetings({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayAdd = useCan('policing.write') && forum.owner.mine && forum.voided === null && !isForumEnded(forum.status);
  const meetings = useCall('meetings.list', { forumId: forum.id, limit: shown });
  const columns: readonly TableColumn<MeetingRow>[] = [
    {
      key: 'number',
      header: t('common:label.number'),
      cell: (row) => (
        <Anchor href={`#/meetings/${row.id}`}>
          <Identifier>{meetingNumber(row)}</Identifier>
        </Anchor>
      ),
    },
    { key: 'date', header: t('common:label.date'), cell: (row) => <DateText value={row.date} /> },
    { key: 'type', header: t('common:label.type'), cell: (row) => <CodeLabel list="meeting_type" code={row.type} /> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => (row.voided ? t('common:record.voided') : <CodeLabel list="meeting_status" code={row.status} />),
    },
  ];
  return (
    <FormSection title={t('forums:section.meetings')}>
      <QueryState
        of={meetings}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text c="dimmed">{t('forums:page.noMeetings')}</Text>}
      >
        {({ rows }) => (
          <SimpleTable label={t('forums:page.meetingsTable')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </QueryState>
      <Group>
        {mayAdd && (
          <Button
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => navigate(`/forums/${forum.id}/meetings/new`)}
          >
            {t('forums:page.newMeeting')}
          </Button>
        )}
        {meetings.status === 'ready' && meetings.value.total > shown && (
          <Button variant="default" component="a" href={`#/forums/${forum.id}/meetings`}>
            {t('forums:page.allMeetings')}
          </Button>
        )}
      </Group>
    </FormSection>
  );
}
