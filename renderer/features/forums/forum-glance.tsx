import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumDashboard } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { issuesByGroup, useIssueGroups } from './issues-by-group.ts';

type Action = ForumDashboard['actions']['rows'][number];

/** What comes next and what is owed. */
export function ForumGlance({ page }: { page: ForumDashboard }) {
  const { t } = useTranslation();
  const { nextMeeting, actions } = page;
  return (
    <FormSection title={t('forums:section.glance')}>
      <Facts
        facts={[
          { label: t('forums:glance.next'), value: nextMeeting && <NextMeeting meeting={nextMeeting} /> },
          { label: t('forums:glance.last'), value: <DateText value={page.lastMeeting} /> },
          { label: t('forums:glance.womenSession'), value: <DateText value={page.lastWomenSession} /> },
          {
            label: t('forums:glance.actions'),
            value: (
              <>
                {t('forums:count.open', { count: actions.open })}
                {actions.late > 0 && (
                  <Text c="red.9" fw={600}>
                    {t('forums:count.late', { count: actions.late })}
                  </Text>
                )}
              </>
            ),
          },
        ]}
      />
      {actions.rows.length > 0 && <OpenActions rows={actions.rows} />}
    </FormSection>
  );
}

function NextMeeting({ meeting }: { meeting: NonNullable<ForumDashboard['nextMeeting']> }) {
  return (
    <Anchor href={`#/meetings/${meeting.id}`}>
      <DateText value={meeting.date} /> <CodeLabel list="meeting_type" code={meeting.type} />
    </Anchor>
  );
}

function OpenActions({ rows }: { rows: readonly Action[] }) {
  const { t } = useTranslation();
  const columns: readonly TableColumn<Action>[] = [
    {
      key: 'what',
      header: t('forums:action.what'),
      cell: ({ meetingId, what }) => (
        <Anchor href={`#/meetings/${meetingId}`}>
          <bdi>{what}</bdi>
        </Anchor>
      ),
    },
    {
      key: 'due',
      header: t('forums:action.due'),
      cell: ({ due, late }) => (
        <>
          <DateText value={due} />
          {late && (
            <Text span c="red.9" fw={600} ms="xs">
              {t('forums:action.late')}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: ({ status }) => <CodeLabel list="action_item_status" code={status} />,
    },
  ];
  return <SimpleTable label={t('forums:action.table')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** What people raised, by group of the list of issues. */
export function ForumIssues({ issues }: { issues: ForumDashboard['issues'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = issuesByGroup(issues, useIssueGroups());
  return (
    <FormSection title={t('forums:section.issues')}>
      {groups.length === 0 ? (
        <Text c="dimmed">{t('forums:issue.none')}</Text>
      ) : (
        <SimpleTable
          label={t('forums:issue.table')}
          columns={[
            {
              key: 'group',
              header: t('forums:issue.group'),
              cell: ({ group }) =>
                group === '' ? t('forums:issue.otherGroup') : <CodeLabel list="safety_issue_group" code={group} />,
            },
            { key: 'total', header: t('forums:issue.total'), cell: ({ total }) => format.number(total) },
            { key: 'open', header: t('forums:issue.open'), cell: ({ open }) => format.number(open) },
          ]}
          rows={groups}
          rowKey={({ group }) => group}
        />
      )}
    </FormSection>
  );
}
