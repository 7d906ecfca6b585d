import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { IssueView } from '#shared/contract/issues.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ActionsTable } from '#renderer/components/actions/actions-table.tsx';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { IssueState } from './issue-state.tsx';
import { Said } from './said.tsx';
import { useIssueWords } from './use-issue-words.ts';

export function IssueScreen({ id }: { id: string }) {
  const issue = useCall('issues.get', { issueId: id, today: today() });
  return <QueryState of={issue}>{(view) => <IssuePage view={view} />}</QueryState>;
}

function IssuePage({ view }: { view: IssueView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useIssueWords();
  return (
    <RecordFrame
      record={view}
      title={
        view.issue === 'other' && view.other ? (
          <bdi>{view.other}</bdi>
        ) : (
          <CodeLabel list="safety_issue" code={view.issue} />
        )
      }
      kind={t('issues:page.title')}
      onEdit={() => navigate(`/issues/${view.id}/edit`)}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      {view.unheard && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('issues:count.unheard', { count: view.times })}
        >
          {t('issues:unheardText')}
        </Alert>
      )}
      {view.sensitive && view.owner.mine && (
        <Alert color="orange" icon={<IconShieldLock aria-hidden />}>
          {t('issues:sensitive')}
        </Alert>
      )}
      <FormSection
        title={t('issues:section.pattern')}
        conflict={inConflict(view, 'origin', 'pattern', 'place', 'told', 'toldSecret')}
      >
        <PatternFacts view={view} />
      </FormSection>
      <IssueState view={view} />
      <FormSection title={t('issues:page.raisedIn')}>
        <RaisedIn raised={view.raised} />
      </FormSection>
      <FormSection title={t('issues:page.actions')}>
        <Answers issueId={view.id} />
      </FormSection>
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

function PatternFacts({ view }: { view: IssueView }) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          {
            label: t('issues:field.forum'),
            value: view.forumId && (
              <Anchor href={`#/forums/${view.forumId}`}>
                <bdi>{view.forumName}</bdi>
              </Anchor>
            ),
          },
          { label: t('issues:field.group'), value: <CodeLabel list="safety_issue_group" code={view.group} /> },
          { label: t('issues:field.place'), value: <PlaceLabel code={view.place} /> },
          { label: t('issues:field.spot'), value: view.spot === '' ? '' : <PersonText value={view.spot} /> },
          { label: t('issues:field.time'), value: <CodeLabel list="time_of_day" code={view.time} /> },
          { label: t('issues:field.raisedOn'), value: <DateText value={view.raisedOn} /> },
          {
            label: t('issues:field.raisedBy'),
            value: view.raisedBy && <CodeLabel list="sex" code={view.raisedBy} />,
          },
          { label: t('issues:field.affected'), value: <Affected groups={view.affected} /> },
        ]}
      />
      <Said label={t('issues:field.statement')} text={view.statement} />
    </>
  );
}

function Affected({ groups }: { groups: readonly string[] }) {
  if (groups.length === 0) return <span>–</span>;
  return groups.map((group, index) => (
    <span key={group}>
      {index > 0 && ' · '}
      <CodeLabel list="mapping_group" code={group} />
    </span>
  ));
}

function RaisedIn({ raised }: { raised: IssueView['raised'] }) {
  const { t } = useTranslation();
  if (raised.length === 0) return <Text c="dimmed">{t('issues:page.noMeetings')}</Text>;
  const columns: readonly TableColumn<IssueView['raised'][number]>[] = [
    {
      key: 'number',
      header: t('issues:page.meeting'),
      cell: (row) => (
        <Anchor href={`#/meetings/${row.meetingId}`}>
          <Identifier>{meetingNumber(row)}</Identifier>
        </Anchor>
      ),
    },
    { key: 'date', header: t('common:label.date'), cell: (row) => <DateText value={row.date} /> },
    { key: 'type', header: t('common:label.type'), cell: (row) => <CodeLabel list="meeting_type" code={row.type} /> },
  ];
  return (
    <SimpleTable
      label={t('issues:page.raisedIn')}
      columns={columns}
      rows={raised}
      rowKey={({ meetingId }) => meetingId}
    />
  );
}

function Answers({ issueId }: { issueId: string }) {
  const { t } = useTranslation();
  const actions = useCall('actions.list', { issueId, show: 'all', today: today(), limit: 50 });
  return (
    <QueryState
      of={actions}
      empty={({ rows }) => rows.length === 0}
      emptyContent={<Text c="dimmed">{t('issues:page.noActions')}</Text>}
    >
      {({ rows }) => <ActionsTable label={t('issues:page.actions')} actions={rows} without={['forum']} />}
    </QueryState>
  );
}
