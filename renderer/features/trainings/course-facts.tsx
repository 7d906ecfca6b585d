import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { useTrainingChoices } from './use-training-choices.ts';

export function CourseFacts({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const { status, edition } = useTrainingChoices();
  return (
    <Facts
      facts={[
        { label: t('trainings:field.status'), value: status.labelOf(view.status) },
        { label: t('trainings:field.mode'), value: <CodeLabel list="training_mode" code={view.mode} /> },
        { label: t('trainings:field.audience'), value: <CodeLabel list="training_audience" code={view.audience} /> },
        { label: t('trainings:field.edition'), value: edition.labelOf(view.edition) },
        { label: t('trainings:field.topics'), value: <Topics view={view} /> },
        { label: t('common:label.place'), value: <PlaceLabel code={view.place} /> },
        { label: t('trainings:field.venue'), value: view.venue && <bdi>{view.venue}</bdi> },
        {
          label: t('trainings:field.forum'),
          value: view.forum && (
            <Anchor href={`#/forums/${view.forum}`}>
              <bdi>{view.forumName}</bdi>
            </Anchor>
          ),
        },
        { label: t('trainings:field.organiser'), value: view.organiser && <PartnerLabel id={view.organiser} /> },
        { label: t('trainings:field.donor'), value: view.donor && <PartnerLabel id={view.donor} /> },
        ...(view.reason === '' ? [] : [{ label: t('common:label.reason'), value: <PersonText value={view.reason} /> }]),
      ]}
    />
  );
}

function Topics({ view }: { view: TrainingView }) {
  return (
    <>
      {view.topics.map((topic) => (
        <div key={topic}>
          {topic === 'other' && view.otherTopic !== '' ? (
            <bdi>{view.otherTopic}</bdi>
          ) : (
            <CodeLabel list="training_topic" code={topic} />
          )}
        </div>
      ))}
    </>
  );
}
