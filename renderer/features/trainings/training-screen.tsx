import { Alert, Anchor, Button, List, Text } from '@mantine/core';
import { IconCertificate, IconChecklist, IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { CertifyDialog, entitled } from './certify-dialog.tsx';
import { CourseFacts } from './course-facts.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { FollowUpPanel } from './follow-up-panel.tsx';
import { ParticipantsTable } from './participants-table.tsx';
import { TrainersTable } from './trainers-table.tsx';
import { useHours } from './use-training-choices.ts';
import { useTrainingWords } from './use-training-words.tsx';

export function TrainingScreen({ id }: { id: string }) {
  const training = useCall('trainings.get', { trainingId: id });
  return <QueryState of={training}>{(view) => <TrainingPage view={view} />}</QueryState>;
}

function TrainingPage({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useTrainingWords();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{view.title}</bdi>}
      kind={t('trainings:section.course')}
      onEdit={() => navigate(`/trainings/${view.id}/edit`)}
      actions={<Acts view={view} />}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <FollowUpReminder view={view} />
      <FormSection
        title={t('trainings:section.course')}
        conflict={inConflict(view, 'course', 'status', 'venue', 'support', 'reason')}
      >
        <CourseFacts view={view} />
      </FormSection>
      <FormSection title={t('trainings:section.days')} conflict={inConflict(view, 'day')}>
        <DayList view={view} />
      </FormSection>
      <FormSection
        title={t('trainings:section.trainers')}
        conflict={inConflict(view, 'trainer', 'trainerName', 'trainerConsent', 'trainerNamed')}
      >
        <TrainersTable trainers={view.trainers} />
      </FormSection>
      <FormSection title={t('trainings:section.figures')} conflict={inConflict(view, 'reached')}>
        <FiguresPanel view={view} />
      </FormSection>
      <FormSection title={t('trainings:section.participants')} conflict={inConflict(view, ...participantGroups)}>
        {view.participants.length === 0 ? (
          <Text c="dimmed">{t('trainings:participant.none')}</Text>
        ) : (
          <ParticipantsTable view={view} />
        )}
      </FormSection>
      {view.followUpDue !== null && <FollowUpPanel view={view} />}
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

const participantGroups = [
  'participant',
  'participantName',
  'participantCare',
  'attendance',
  'preTest',
  'postTest',
  'left',
  'certificate',
  'certificateReason',
] as const;

/** What comes next: attendance, certificates, the follow-up. */
function Acts({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [issues, setIssues] = useState(false);
  const mayWrite = view.may.edit || view.may.correct;
  const begun = view.status === 'running' || view.status === 'held';
  return (
    <>
      {mayWrite && begun && (
        <Button
          variant="default"
          leftSection={<IconChecklist size={20} aria-hidden />}
          onClick={() => navigate(`/trainings/${view.id}/results`)}
        >
          {t('trainings:results.open')}
        </Button>
      )}
      {view.mayCertify && entitled(view).length > 0 && (
        <Button
          variant="default"
          leftSection={<IconCertificate size={20} aria-hidden />}
          onClick={() => setIssues(true)}
        >
          {t('trainings:certificate.issue')}
        </Button>
      )}
      {mayWrite && view.followUpDue !== null && (
        <Button
          variant="default"
          leftSection={<IconMessageQuestion size={20} aria-hidden />}
          onClick={() => navigate(`/trainings/${view.id}/follow-up`)}
        >
          {t('trainings:followUp.open')}
        </Button>
      )}
      {issues && <CertifyDialog view={view} onClose={() => setIssues(false)} />}
    </>
  );
}

function FollowUpReminder({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const due = view.followUpDue;
  const asked = view.participants.some(({ followUp }) => followUp !== null);
  if (due === null || asked || due > today() || view.voided !== null) return null;
  return (
    <Alert color="orange">
      {t('trainings:followUp.due', { date: due })}{' '}
      {view.may.edit && <Anchor href={`#/trainings/${view.id}/follow-up`}>{t('trainings:followUp.open')}</Anchor>}
    </Alert>
  );
}

function DayList({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const hours = useHours();
  if (view.days.length === 0) return <Text c="dimmed">{t('trainings:day.none')}</Text>;
  return (
    <>
      <List>
        {view.days.map(({ id, date, minutes, subject, attendance }) => (
          <List.Item key={id}>
            <DateText value={date} /> · {hours(minutes)}
            {view.participants.length > 0 && <> · {t('trainings:count.there', { count: attendance.length })}</>}
            {subject !== '' && (
              <>
                {' · '}
                <bdi>{subject}</bdi>
              </>
            )}
          </List.Item>
        ))}
      </List>
      <Text>{t('trainings:day.total', { hours: hours(view.minutes) })}</Text>
    </>
  );
}
