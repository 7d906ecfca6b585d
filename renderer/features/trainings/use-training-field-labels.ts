import { useTranslation } from 'react-i18next';
import { fieldLabels, type Labels, type RowLabels } from '#renderer/components/record-form/field-labels.ts';

/** Words for the path of a field, for the summary above the form. */
export function useTrainingFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top: Labels = {
    title: t('trainings:field.title'),
    status: t('trainings:field.status'),
    topics: t('trainings:field.topics'),
    otherTopic: t('trainings:field.otherTopic'),
    mode: t('trainings:field.mode'),
    audience: t('trainings:field.audience'),
    edition: t('trainings:field.edition'),
    place: t('trainings:field.place'),
    venue: t('trainings:field.venue'),
    forum: t('trainings:field.forum'),
    organiser: t('trainings:field.organiser'),
    donor: t('trainings:field.donor'),
    reason: t('common:label.reason'),
    days: t('trainings:section.days'),
    trainers: t('trainings:section.trainers'),
    participants: t('trainings:section.participants'),
    reached: t('trainings:section.reached'),
  };
  const sex = t('trainings:person.sex');
  const ageBand = t('trainings:person.ageBand');
  const institution = t('trainings:person.institution');
  const rows: RowLabels = {
    days: {
      row: (number) => t('trainings:day.row', { number }),
      fields: {
        date: t('trainings:day.date'),
        minutes: t('trainings:day.hours'),
        subject: t('trainings:day.subject'),
      },
    },
    trainers: {
      row: (number) => t('trainings:trainer.row', { number }),
      fields: { name: t('trainings:trainer.name'), sex, institution },
    },
    participants: {
      row: (number) => t('trainings:participant.row', { number }),
      fields: {
        name: t('trainings:participant.name'),
        phone: t('trainings:participant.phone'),
        sex,
        ageBand,
        displacement: t('trainings:person.displacement'),
        disability: t('trainings:person.disability'),
        institution,
      },
    },
    reached: {
      row: (number) => t('trainings:reached.row', { number }),
      fields: { sex, ageBand, count: t('trainings:reached.count') },
    },
  };
  return fieldLabels(t, top, rows);
}
