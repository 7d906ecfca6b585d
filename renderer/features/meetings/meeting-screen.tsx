import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ActionsTable } from './actions-table.tsx';
import { AgendaList, DecisionsList, IssuesList } from './discussed-lists.tsx';
import { AttendanceView, GuestsView } from './present-tables.tsx';
import { useMeetingWords } from './use-meeting-words.tsx';

export function MeetingScreen({ id }: { id: string }) {
  const meeting = useCall('meetings.get', { meetingId: id });
  return <QueryState of={meeting}>{(view) => <MeetingPage view={view} />}</QueryState>;
}

/** In the order of a real meeting. */
function MeetingPage({ view }: { view: MeetingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useMeetingWords();
  return (
    <RecordFrame
      record={view}
      title={t('meetings:title', { number: meetingNumber(view) })}
      kind={t('meetings:section.session')}
      onEdit={() => navigate(`/meetings/${view.id}/edit`)}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <FormSection title={t('meetings:section.session')} conflict={inConflict(view, 'session', 'place')}>
        <SessionFacts view={view} />
      </FormSection>
      <FormSection title={t('meetings:section.agenda')} conflict={inConflict(view, 'agenda')}>
        <AgendaList agenda={view.agenda} />
      </FormSection>
      <FormSection title={t('meetings:section.attendance')} conflict={inConflict(view, 'attendance')}>
        <AttendanceView attendance={view.attendance} />
      </FormSection>
      <FormSection title={t('meetings:section.guests')} conflict={inConflict(view, 'guests')}>
        <GuestsView guests={view.guests} />
      </FormSection>
      <FormSection
        title={t('meetings:section.issues')}
        conflict={inConflict(view, 'issue', 'issueText', 'issueSecret')}
      >
        <IssuesList issues={view.issues} agenda={view.agenda} />
      </FormSection>
      <FormSection title={t('meetings:section.decisions')} conflict={inConflict(view, 'decision')}>
        <DecisionsList decisions={view.decisions} agenda={view.agenda} />
      </FormSection>
      <FormSection title={t('meetings:section.actions')} conflict={inConflict(view, 'action')}>
        <ActionsTable actions={view.actions} />
      </FormSection>
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

function SessionFacts({ view }: { view: MeetingView }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        {
          label: t('meetings:field.forum'),
          value: (
            <Anchor href={`#/forums/${view.forumId}`}>
              <bdi>{view.forumName}</bdi>
            </Anchor>
          ),
        },
        { label: t('meetings:field.type'), value: <CodeLabel list="meeting_type" code={view.type} /> },
        { label: t('meetings:field.status'), value: <CodeLabel list="meeting_status" code={view.status} /> },
        { label: t('meetings:field.date'), value: <DateText value={view.date} /> },
        { label: t('meetings:field.venue'), value: view.venue && <bdi>{view.venue}</bdi> },
      ]}
    />
  );
}
