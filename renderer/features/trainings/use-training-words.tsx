import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import { type FieldWords, fieldOf, type GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';
import { useHours, useTrainingChoices } from './use-training-choices.ts';

/** How history and conflicts tell the groups of a training. */
export function useTrainingWords(): GroupWords {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useHours();
  const choices = useTrainingChoices();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const chosen = (label: string, list: keyof typeof choices): FieldWords => ({
      label,
      as: (value) => choices[list].labelOf(String(value)),
    });
    const partner = (label: string): FieldWords => ({ label, as: (value) => <PartnerLabel id={String(value)} /> });
    const flag = (label: string): FieldWords => ({ label, as: 'flag' });
    // Rows came from a record, possibly of a newer program: their number is all that is told.
    const howMany = (label: string): FieldWords => ({
      label,
      as: (value) => format.number(Array.isArray(value) ? value.length : 0),
    });
    const present = (value: unknown) => {
      const parts = Array.isArray(value) ? value.map((row) => fieldOf(row, 'part')) : [];
      const of = (part: string) => parts.filter((one) => one === part).length;
      return t('trainings:group.presentText', { whole: of('whole'), half: of('half') });
    };
    const name = text(t('trainings:participant.name'));
    const sex: FieldWords = { label: t('trainings:person.sex'), as: { list: 'sex' } };
    const institution = text(t('trainings:person.institution'));
    const score: FieldWords = { label: t('trainings:results.score'), as: 'number' };
    const reason = text(t('common:label.reason'));
    const date: FieldWords = { label: t('common:label.date'), as: 'date' };
    return {
      owner: { label: t('trainings:group.owner'), fields: {} },
      void: { label: t('trainings:group.void'), fields: { voided: flag(t('common:record.voided')) } },
      transfer: transferGroup(t),
      voidReason: { label: t('trainings:group.voidReason'), fields: { reason } },
      course: {
        label: t('trainings:section.course'),
        fields: {
          title: text(t('trainings:field.title')),
          audience: { label: t('trainings:field.audience'), as: { list: 'training_audience' } },
          edition: chosen(t('trainings:field.edition'), 'edition'),
          mode: { label: t('trainings:field.mode'), as: { list: 'training_mode' } },
          topics: { label: t('trainings:field.topics'), as: { list: 'training_topic' } },
          otherTopic: text(t('trainings:field.otherTopic')),
        },
      },
      status: { label: t('trainings:field.status'), fields: { status: chosen(t('trainings:field.status'), 'status') } },
      venue: {
        label: t('trainings:section.venue'),
        fields: {
          place: { label: t('trainings:field.place'), as: 'place' },
          venue: text(t('trainings:field.venue')),
        },
      },
      support: {
        label: t('trainings:group.support'),
        fields: {
          organiser: partner(t('trainings:field.organiser')),
          donor: partner(t('trainings:field.donor')),
        },
      },
      reason: { label: t('trainings:group.reason'), fields: { reason } },
      day: {
        label: t('trainings:group.day'),
        fields: {
          date,
          minutes: { label: t('trainings:day.hours'), as: (value) => hours(Number(value)) },
          subject: text(t('trainings:day.subject')),
        },
      },
      trainer: { label: t('trainings:group.trainer'), fields: { sex, institution } },
      trainerName: { label: t('trainings:group.trainerName'), fields: { name } },
      trainerConsent: {
        label: t('trainings:group.trainerConsent'),
        fields: { named: flag(t('trainings:trainer.named')) },
      },
      trainerNamed: { label: t('trainings:group.trainerNamed'), fields: { name } },
      participant: {
        label: t('trainings:group.participant'),
        fields: {
          anonymous: flag(t('trainings:participant.anonymous')),
          sex,
          ageBand: { label: t('trainings:person.ageBand'), as: { list: 'age_band' } },
          displacement: { label: t('trainings:person.displacement'), as: { list: 'displacement_status' } },
          institution,
        },
      },
      participantName: {
        label: t('trainings:group.participantName'),
        fields: { name, phone: { label: t('trainings:participant.phone'), as: 'identifier' } },
      },
      participantCare: {
        label: t('trainings:group.participantCare'),
        fields: { disability: chosen(t('trainings:person.disability'), 'disability') },
      },
      reached: { label: t('trainings:section.reached'), fields: { counts: howMany(t('trainings:group.rows')) } },
      attendance: {
        label: t('trainings:group.attendance'),
        fields: { rows: { label: t('trainings:group.present'), as: (value) => present(value) } },
      },
      preTest: { label: t('trainings:results.pre'), fields: { score } },
      postTest: { label: t('trainings:results.post'), fields: { score } },
      left: { label: t('trainings:results.left'), fields: { left: flag(t('trainings:results.left')) } },
      certificate: {
        label: t('trainings:certificate.one'),
        fields: {
          number: { label: t('common:label.number'), as: 'identifier' },
          date,
          withdrawn: flag(t('trainings:certificate.withdrawn')),
        },
      },
      certificateReason: { label: t('trainings:group.certificateReason'), fields: { reason } },
      followUp: {
        label: t('trainings:followUp.title'),
        fields: { date, outcome: chosen(t('trainings:followUp.outcome'), 'outcome') },
      },
      followUpNote: { label: t('trainings:followUp.note'), fields: { text: text(t('trainings:followUp.note')) } },
      file: { label: t('trainings:group.file'), fields: attachmentFields(t) },
      paper: { label: t('trainings:group.paper'), fields: attachmentFields(t) },
    };
  }, [t, format, hours, choices]);
}
