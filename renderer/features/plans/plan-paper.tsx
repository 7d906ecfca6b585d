import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#shared/contract/plans.ts';
import { isEndorsed } from '#shared/domain/plan-status.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import {
  PaperFacts,
  PaperLine,
  PaperSection,
  PaperSignatures,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';
import { recordStanding } from '#renderer/components/paper/record-standing.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { PlanPaperActions } from './plan-paper-actions.tsx';
import { PlanPaperProblems } from './plan-paper-problems.tsx';

/** A Security Safety Plan as it stands now, to be signed. `of`: the plan. */
export function PlanPaper({ of }: { of: string }) {
  const plan = useCall('plans.get', { planId: of });
  return <QueryState of={plan}>{(view) => <Contents plan={view} />}</QueryState>;
}

function Contents({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const version = Math.max(0, ...plan.versions.map(({ number }) => number));
  const number = meetingNumber(plan);
  return (
    <PaperBody
      title={t('papers:kind.plan')}
      number={version === 0 ? number : `${number}-${version}`}
      date={plan.startsOn}
      file="plan"
      standing={recordStanding(plan, t) ?? planStanding(plan, t)}
    >
      <PlanFacts plan={plan} />
      <PaperSection title={t('plans:section.profile')}>
        <Profile profile={plan.profile} />
      </PaperSection>
      <PaperSection title={t('plans:section.voices')}>
        <Voices plan={plan} />
      </PaperSection>
      <PaperSection title={t('plans:section.problems')}>
        <PlanPaperProblems plan={plan} />
      </PaperSection>
      <PaperSection title={t('plans:section.actions')}>
        <PlanPaperActions plan={plan} />
      </PaperSection>
      {plan.reviews.length > 0 && (
        <PaperSection title={t('plans:section.reviews')}>
          <Reviews plan={plan} />
        </PaperSection>
      )}
      <PaperSignatures
        signatures={[
          { place: t('papers:signatures.chair') },
          { place: t('papers:signatures.police') },
          { place: t('papers:plan.authority') },
        ]}
      />
    </PaperBody>
  );
}

function planStanding({ status }: PlanView, t: TFunction): string | undefined {
  if (status === 'superseded') return t('plans:superseded');
  return isEndorsed(status) ? undefined : t('papers:plan.notEndorsed');
}

function PlanFacts({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const { title, forumName, status, startsOn, endsOn, endorsement, reviewDueOn } = plan;
  return (
    <PaperFacts
      facts={[
        { label: t('plans:field.title'), value: <bdi>{title}</bdi> },
        { label: t('plans:field.forum'), value: <bdi>{forumName}</bdi> },
        { label: t('plans:field.status'), value: <CodeLabel list="ssp_status" code={status} /> },
        { label: t('plans:field.startsOn'), value: <DateText value={startsOn} />, number: startsOn },
        { label: t('plans:field.endsOn'), value: <DateText value={endsOn} />, number: endsOn },
        {
          label: t('plans:field.endorsed'),
          value: endorsement && (
            <>
              <DateText value={endorsement.date} />{' '}
              {t('plans:endorse.quorum', { present: endorsement.present, needed: endorsement.needed })}
            </>
          ),
        },
        { label: t('plans:field.reviewDue'), value: reviewDueOn && <DateText value={reviewDueOn} /> },
      ]}
    />
  );
}

function Profile({ profile }: Pick<PlanView, 'profile'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: number | null) => value !== null && format.number(value);
  const text = (value: string) => value !== '' && <PaperText value={value} />;
  return (
    <PaperFacts
      facts={[
        { label: t('plans:profile.population'), value: count(profile.population) },
        { label: t('plans:profile.families'), value: count(profile.families) },
        { label: t('plans:profile.displacedFamilies'), value: count(profile.displacedFamilies) },
        { label: t('plans:profile.returneeFamilies'), value: count(profile.returneeFamilies) },
        { label: t('plans:profile.area'), value: text(profile.area) },
        { label: t('plans:profile.communities'), value: text(profile.communities) },
        { label: t('plans:profile.services'), value: text(profile.services) },
        { label: t('plans:profile.history'), value: text(profile.history) },
        { label: t('plans:profile.source'), value: text(profile.source) },
      ]}
    />
  );
}

/** A voice that is missing is told on paper too. */
function Voices({ plan: { consultations, missingVoices, endorsement } }: { plan: PlanView }) {
  const { t } = useTranslation();
  const gapReason = endorsement?.gapReason ?? '';
  return (
    <>
      {missingVoices.women && <p>{t('plans:voices.noWomen')}</p>}
      {missingVoices.youth && <p>{t('plans:voices.noYouth')}</p>}
      {gapReason !== '' && (
        <p>
          {t('plans:voices.why')} <bdi>{gapReason}</bdi>
        </p>
      )}
      {consultations.length === 0 && <p>{t('plans:voices.none')}</p>}
      {consultations.map(({ id, kind, type, date }) => (
        <PaperLine
          key={id}
          parts={
            type === ''
              ? [t('plans:voices.away')]
              : [
                  kind === 'mapping' && t('plans:voices.mappingOf'),
                  <CodeLabel key="type" list={kind === 'mapping' ? 'mapping_group' : 'meeting_type'} code={type} />,
                  <DateText key="date" value={date} />,
                ]
          }
        />
      ))}
    </>
  );
}

function Reviews({ plan: { reviews } }: { plan: PlanView }) {
  const { t } = useTranslation();
  return reviews.map(({ id, date, findings, next }) => (
    <div key={id} className="paper-point">
      <p>
        <b>{t('plans:review.of', { date })}</b>
      </p>
      {findings !== '' && (
        <p>
          <PaperText value={findings} />
        </p>
      )}
      {next !== '' && (
        <p>
          {t('plans:review.nextTold')} <PaperText value={next} />
        </p>
      )}
    </div>
  ));
}
