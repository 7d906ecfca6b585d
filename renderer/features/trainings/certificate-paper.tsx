import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { spanOf } from '#shared/domain/training.ts';
import { refusal } from '#shared/errors/codes.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import { usePaperContext } from '#renderer/components/paper/paper-context.ts';
import { PaperFacts, PaperSignatures, PaperText } from '#renderer/components/paper/paper-pieces.tsx';
import { recordStanding } from '#renderer/components/paper/record-standing.ts';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useHours } from './use-training-choices.ts';

/** The certificate of one participant. `of`: the training; `part`: element id of the participant. */
export function CertificatePaper({ of, part }: { of: string; part: string }) {
  const training = useCall('trainings.get', { trainingId: of });
  return <QueryState of={training}>{(view) => <OfParticipant training={view} id={part} />}</QueryState>;
}

function OfParticipant({ training, id }: { training: TrainingView; id: string }) {
  const participant = training.participants.find((one) => one.id === id);
  if (!participant?.certificate) return <FailureNotice error={refusal('record/not-found', {})} />;
  return <Contents training={training} participant={participant} certificate={participant.certificate} />;
}

type Participant = TrainingView['participants'][number];
type ContentsProps = {
  training: TrainingView;
  participant: Participant;
  certificate: NonNullable<Participant['certificate']>;
};

function Contents({ training, participant, certificate }: ContentsProps) {
  const { t } = useTranslation();
  const hours = useHours();
  const { copy } = usePaperContext();
  const { title, topics, otherTopic, days, venue, place, organiser, donor, trainers } = training;
  const span = spanOf(days);
  const withdrawn = certificate.withdrawn ? t('papers:certificate.withdrawn') : undefined;
  return (
    <PaperBody
      title={t('papers:kind.certificate')}
      number={certificate.number}
      date={certificate.date}
      file="certificate"
      standing={withdrawn ?? recordStanding(training, t)}
    >
      <div className="paper-certificate">
        <p>{t('papers:certificate.confirms')}</p>
        {participant.anonymous ? (
          <p className="paper-blank">{t('papers:certificate.name')}</p>
        ) : (
          <p className="paper-large">
            <PaperText value={participant.name} />
          </p>
        )}
        <p>{t('papers:certificate.completed')}</p>
        <p className="paper-large">
          <bdi>{title}</bdi>
        </p>
      </div>
      <PaperFacts
        facts={[
          {
            label: t('trainings:field.topics'),
            value: topics.map((topic) => (
              <span key={topic} className="paper-item">
                {topic === 'other' && otherTopic !== '' ? (
                  <bdi>{otherTopic}</bdi>
                ) : (
                  <CodeLabel list="training_topic" code={topic} />
                )}
              </span>
            )),
          },
          { label: t('papers:certificate.from'), value: span && <DateText value={span.first} /> },
          { label: t('papers:certificate.until'), value: span && <DateText value={span.last} /> },
          { label: t('trainings:figures.attended'), value: hours(participant.minutes) },
          { label: t('trainings:field.venue'), value: venue !== '' && <bdi>{venue}</bdi> },
          { label: t('trainings:field.place'), value: <PlaceLabel code={place} /> },
          { label: t('trainings:field.organiser'), value: organiser && <PartnerLabel id={organiser} /> },
          { label: t('trainings:field.donor'), value: donor && <PartnerLabel id={donor} /> },
          {
            label: t('trainings:certificate.date'),
            value: <DateText value={certificate.date} />,
            number: certificate.date,
          },
        ]}
      />
      <PaperSignatures
        signatures={[
          {
            place: t('papers:certificate.trainer'),
            name: trainers.length === 1 ? trainerName(trainers[0]) : undefined,
          },
          { place: t('papers:signatures.for', { name: copy.office.name }) },
        ]}
      />
    </PaperBody>
  );
}

const trainerName = (trainer: TrainingView['trainers'][number] | undefined): string | null =>
  trainer ? (trainer.name ?? trainer.openName) : null;
