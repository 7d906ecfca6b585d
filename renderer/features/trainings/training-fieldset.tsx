import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { ForumField } from '#renderer/components/fields/forum-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PartnerField } from '#renderer/components/fields/partner-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { DaysEditor } from './days-editor.tsx';
import { ParticipantsEditor } from './participants-editor.tsx';
import { ReachedEditor } from './reached-editor.tsx';
import { ReasonField } from './reason-field.tsx';
import { TrainersEditor } from './trainers-editor.tsx';
import type { TrainingForm } from './training-form-model.ts';
import { useTrainingChoices } from './use-training-choices.ts';

type Props = { fields: TrainingForm; patch: (change: Partial<TrainingForm>) => void };

export function TrainingFieldset({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('trainings:section.course')}>
        <CourseFields fields={fields} patch={patch} />
        <ReasonField fields={fields} onChange={(reason) => patch({ reason })} />
      </FormSection>
      <FormSection title={t('trainings:section.venue')}>
        <VenueFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('trainings:section.days')}>
        <DaysEditor days={fields.days} onChange={(days) => patch({ days })} />
      </FormSection>
      <FormSection title={t('trainings:section.trainers')}>
        <TrainersEditor trainers={fields.trainers} onChange={(trainers) => patch({ trainers })} />
      </FormSection>
      <FormSection title={t('trainings:section.participants')}>
        <ParticipantsEditor
          forum={fields.forum}
          participants={fields.participants}
          onChange={(participants) => patch({ participants })}
        />
      </FormSection>
      {fields.mode === 'awareness_session' && (
        <FormSection title={t('trainings:section.reached')}>
          <ReachedEditor reached={fields.reached} onChange={(reached) => patch({ reached })} />
        </FormSection>
      )}
    </>
  );
}

function CourseFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  const { status, edition } = useTrainingChoices();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <LineField
        label={t('trainings:field.title')}
        name="fields.title"
        value={fields.title}
        onChange={(title) => patch({ title })}
        required
      />
      <ChoiceField
        label={t('trainings:field.status')}
        name="fields.status"
        choices={status.choices}
        value={fields.status}
        onChange={(chosen) => patch({ status: chosen })}
        required
      />
      <CodesField
        list="training_topic"
        label={t('trainings:field.topics')}
        name="fields.topics"
        value={fields.topics}
        onChange={(topics) => patch({ topics })}
        required
      />
      {(fields.topics.includes('other') || fields.otherTopic !== '') && (
        <LineField
          label={t('trainings:field.otherTopic')}
          name="fields.otherTopic"
          value={fields.otherTopic}
          onChange={(otherTopic) => patch({ otherTopic })}
          required={fields.topics.includes('other')}
        />
      )}
      <CodeField
        list="training_mode"
        label={t('trainings:field.mode')}
        name="fields.mode"
        value={fields.mode}
        onChange={(mode) => patch({ mode })}
        required
      />
      <CodeField
        list="training_audience"
        label={t('trainings:field.audience')}
        name="fields.audience"
        value={fields.audience}
        onChange={(audience) => patch({ audience })}
        required
      />
      <ChoiceField
        label={t('trainings:field.edition')}
        name="fields.edition"
        choices={edition.choices}
        value={fields.edition}
        onChange={(chosen) => patch({ edition: chosen })}
        required
      />
    </SimpleGrid>
  );
}

function VenueFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <PlaceField
        label={t('trainings:field.place')}
        name="fields.place"
        value={fields.place}
        onChange={(place) => patch({ place })}
        required
      />
      <LineField
        label={t('trainings:field.venue')}
        name="fields.venue"
        value={fields.venue}
        onChange={(venue) => patch({ venue })}
      />
      <ForumField
        label={t('trainings:field.forum')}
        description={t('trainings:field.forumHint')}
        name="fields.forum"
        value={fields.forum}
        onChange={(forum) => patch({ forum })}
      />
      <PartnerField
        label={t('trainings:field.organiser')}
        name="fields.organiser"
        value={fields.organiser}
        onChange={(organiser) => patch({ organiser })}
        kinds={['authority', 'implementing', 'other']}
      />
      <PartnerField
        label={t('trainings:field.donor')}
        name="fields.donor"
        value={fields.donor}
        onChange={(donor) => patch({ donor })}
        kinds={['donor', 'other']}
      />
    </SimpleGrid>
  );
}
