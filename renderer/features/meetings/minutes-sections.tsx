import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { meetingTypeRules, wasHeld } from '#shared/domain/meeting-rules.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { type Fact, Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ActionsTable } from './actions-table.tsx';
import { AgendaList, DecisionsList, IssuesList } from './discussed-lists.tsx';
import { AttendanceView, GuestsView } from './present-tables.tsx';
import { QuorumLine } from './quorum-line.tsx';
import { ReviewsList } from './reviews-list.tsx';

/** The minutes, as they stand or in an earlier version. */
type Content = OutputOf<'meetings.version'>['content'];

/** In the order of a real meeting. */
export function MinutesSections({ minutes, conflicts = [] }: { minutes: Content; conflicts?: readonly string[] }) {
  const { t } = useTranslation();
  const clash = (...groups: readonly string[]) => inConflict({ conflicts }, ...groups);
  return (
    <>
      <FormSection
        title={t('meetings:section.session')}
        conflict={clash('session', 'place', 'hours', 'chair', 'reasons')}
      >
        <SessionFacts minutes={minutes} />
      </FormSection>
      <FormSection title={t('meetings:section.agenda')} conflict={clash('agenda')}>
        <AgendaList agenda={minutes.agenda} />
      </FormSection>
      {hasMinutes(minutes) && <HeldSections minutes={minutes} clash={clash} />}
    </>
  );
}

/** A meeting that is only planned has nothing to tell yet. */
const hasMinutes = ({ status, attendance, guests, issues, decisions, actions, reviews }: Content): boolean =>
  wasHeld(status) || [attendance, guests, issues, decisions, actions, reviews].some((list) => list.length > 0);

type HeldProps = { minutes: Content; clash: (...groups: readonly string[]) => boolean };

function HeldSections({ minutes, clash }: HeldProps) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection
        title={t('meetings:section.attendance')}
        conflict={clash('attendance', 'roll', 'substitute', 'substituteName')}
      >
        <QuorumLine quorum={minutes.quorum} />
        <AttendanceView attendance={minutes.attendance} />
      </FormSection>
      <FormSection title={t('meetings:section.guests')} conflict={clash('guests')}>
        <GuestsView guests={minutes.guests} />
        {minutes.mixedReason !== '' && (
          <Facts
            facts={[
              { label: t('meetings:field.mixedReason'), value: <bdi className="passage">{minutes.mixedReason}</bdi> },
            ]}
          />
        )}
      </FormSection>
      <FormSection title={t('meetings:section.reviews')} conflict={clash('review')}>
        <ReviewsList reviews={minutes.reviews} />
      </FormSection>
      <FormSection title={t('meetings:section.issues')} conflict={clash('issue', 'issueText', 'issueSecret', 'heard')}>
        <IssuesList issues={minutes.issues} agenda={minutes.agenda} members={minutes.attendance} />
      </FormSection>
      <FormSection title={t('meetings:section.decisions')} conflict={clash('decision', 'vote')}>
        <DecisionsList decisions={minutes.decisions} agenda={minutes.agenda} />
      </FormSection>
      <FormSection title={t('meetings:section.actions')} conflict={clash('action')}>
        <ActionsTable actions={minutes.actions} />
      </FormSection>
      <FormSection title={t('meetings:section.next')} conflict={clash('next')}>
        <NextFacts next={minutes.next} />
      </FormSection>
    </>
  );
}

function SessionFacts({ minutes }: { minutes: Content }) {
  const { t } = useTranslation();
  const { company } = meetingTypeRules(minutes.type);
  const facts: Fact[] = [
    {
      label: t('meetings:field.forum'),
      value: (
        <Anchor href={`#/forums/${minutes.forumId}`}>
          <bdi>{minutes.forumName}</bdi>
        </Anchor>
      ),
    },
    { label: t('meetings:field.type'), value: <CodeLabel list="meeting_type" code={minutes.type} /> },
    { label: t('meetings:field.status'), value: <CodeLabel list="meeting_status" code={minutes.status} /> },
    { label: t('meetings:field.date'), value: <DateText value={minutes.date} /> },
    { label: t('meetings:field.startTime'), value: minutes.startTime && <Identifier>{minutes.startTime}</Identifier> },
    { label: t('meetings:field.endTime'), value: minutes.endTime && <Identifier>{minutes.endTime}</Identifier> },
    { label: t('meetings:field.venue'), value: minutes.venue && <bdi>{minutes.venue}</bdi> },
    {
      label: company === 'anyone' ? t('meetings:field.chair') : t('meetings:field.facilitator'),
      value: minutes.chair && <PersonText value={minutes.chair.name} />,
    },
  ];
  if (minutes.statusReason !== '') {
    const value = <bdi className="passage">{minutes.statusReason}</bdi>;
    facts.push({ label: t('meetings:field.statusReason'), value });
  }
  return <Facts facts={facts} />;
}

function NextFacts({ next }: { next: Content['next'] }) {
  const { t } = useTranslation();
  if (next === null) return <Text c="dimmed">{t('meetings:next.none')}</Text>;
  return (
    <Facts
      facts={[
        { label: t('meetings:next.date'), value: <DateText value={next.date} /> },
        { label: t('meetings:next.venue'), value: next.venue && <bdi>{next.venue}</bdi> },
      ]}
    />
  );
}
