import { Alert, Anchor, Button } from '@mantine/core';
import { IconArrowRight, IconChecklist, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlanView } from '#shared/contract/plans.ts';
import { isEndorsed, isInForce, movesFrom } from '#shared/domain/plan-status.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { EndorseDialog } from './endorse-dialog.tsx';
import { AgreedActions } from './agreed-actions.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PlanActionsView } from './plan-actions-view.tsx';
import { ReviewDue } from './plan-list-screen.tsx';
import { ProblemsView } from './problems-view.tsx';
import { ProfileView } from './profile-view.tsx';
import { ReviewsView } from './reviews-view.tsx';
import { usePlanWords } from './use-plan-words.tsx';
import { VersionsView } from './versions-view.tsx';
import { VoicesView } from './voices-view.tsx';

export function PlanScreen({ id }: { id: string }) {
  const plan = useCall('plans.get', { planId: id });
  return <QueryState of={plan}>{(view) => <PlanPage view={view} />}</QueryState>;
}

function PlanPage({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = usePlanWords();
  const mayApprove = useCan('policing.approve');
  const mayChange = !isEndorsed(view.status) || mayApprove;
  return (
    <RecordFrame
      record={view}
      title={<bdi>{view.title}</bdi>}
      kind={t('plans:section.plan')}
      {...(mayChange ? { onEdit: () => navigate(`/plans/${view.id}/edit`) } : {})}
      actions={
        <>
          <PaperButton paper={{ kind: 'plan', of: view.id, part: '' }} label={t('papers:print.plan')} />
          <PlanActs view={view} />
        </>
      }
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <PlanNotices view={view} />
      <FormSection
        title={t('plans:section.plan')}
        conflict={inConflict(view, 'identity', 'status', 'endorsement', 'place')}
      >
        <PlanFacts view={view} />
      </FormSection>
      <FormSection title={t('plans:section.voices')} conflict={inConflict(view, 'consultation')}>
        <VoicesView view={view} />
      </FormSection>
      <FormSection
        title={t('plans:section.problems')}
        conflict={inConflict(view, 'problem', 'score', 'problemText', 'problemSecret', 'ranking')}
      >
        <ProblemsView view={view} />
      </FormSection>
      <FormSection title={t('plans:section.actions')} conflict={inConflict(view, 'action', 'actionState')}>
        <PlanActionsView view={view} />
      </FormSection>
      <FormSection title={t('plans:section.agreed')}>
        <AgreedActions planId={view.id} />
      </FormSection>
      <FormSection title={t('plans:section.reviews')} conflict={inConflict(view, 'review')}>
        <ReviewsView view={view} />
      </FormSection>
      <FormSection title={t('plans:section.profile')} conflict={inConflict(view, 'profile', 'figures')}>
        <ProfileView profile={view.profile} />
      </FormSection>
      <FormSection title={t('plans:section.versions')}>
        <VersionsView view={view} />
      </FormSection>
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

/** What may follow, each a button of its own. */
function PlanActs({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayApprove = useCan('policing.approve');
  const [open, setOpen] = useState<'move' | 'endorse' | null>(null);
  if (!view.may.edit) return null;
  const mayEndorse = mayApprove && view.status === 'consultation';
  return (
    <>
      {mayEndorse && (
        <Button leftSection={<IconChecklist size={20} aria-hidden />} onClick={() => setOpen('endorse')}>
          {t('plans:endorse.open')}
        </Button>
      )}
      {isInForce(view.status) && (
        <Button
          leftSection={<IconRefresh size={20} aria-hidden />}
          onClick={() => navigate(`/plans/${view.id}/review`)}
        >
          {t('plans:review.open')}
        </Button>
      )}
      {movesFrom(view.status).length > 0 && (
        <Button
          variant="default"
          leftSection={<IconArrowRight className="mantine-rotate-rtl" size={20} aria-hidden />}
          onClick={() => setOpen('move')}
        >
          {t('plans:move.open')}
        </Button>
      )}
      {open === 'move' && <MoveDialog view={view} onClose={() => setOpen(null)} />}
      {open === 'endorse' && <EndorseDialog view={view} onClose={() => setOpen(null)} />}
    </>
  );
}

function PlanNotices({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const isDue = view.reviewDueOn !== null && view.reviewDueOn < today();
  return (
    <>
      {view.status === 'superseded' && <Alert color="gray">{t('plans:superseded')}</Alert>}
      {isDue && (
        <Alert color="red" role="status">
          {t('plans:review.late', { date: view.reviewDueOn ?? '' })}
        </Alert>
      )}
    </>
  );
}

function PlanFacts({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        {
          label: t('plans:field.forum'),
          value: (
            <Anchor href={`#/forums/${view.forumId}`}>
              <bdi>{view.forumName}</bdi>
            </Anchor>
          ),
        },
        { label: t('plans:field.status'), value: <CodeLabel list="ssp_status" code={view.status} /> },
        { label: t('plans:field.since'), value: <DateText value={view.since} /> },
        { label: t('plans:field.startsOn'), value: <DateText value={view.startsOn} /> },
        { label: t('plans:field.endsOn'), value: <DateText value={view.endsOn} /> },
        { label: t('plans:field.endorsed'), value: <Endorsed view={view} /> },
        { label: t('plans:field.reviewed'), value: <DateText value={view.reviews.at(-1)?.date ?? null} /> },
        { label: t('plans:field.reviewDue'), value: <ReviewDue due={view.reviewDueOn} /> },
      ]}
    />
  );
}

function Endorsed({ view: { endorsement } }: { view: PlanView }) {
  const { t } = useTranslation();
  if (endorsement === null) return <span>–</span>;
  const { present, needed } = endorsement;
  return (
    <span>
      <Anchor href={`#/meetings/${endorsement.meetingId}`}>
        <DateText value={endorsement.date} />
      </Anchor>{' '}
      {t('plans:endorse.quorum', { present, needed })}
    </span>
  );
}
