import { useTranslation } from 'react-i18next';
import { fieldLabels, type Labels, type RowLabels } from '#renderer/components/record-form/field-labels.ts';

/** Words for the path of a field, for the summary above the form. */
export function useMeetingFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top: Labels = {
    type: t('meetings:field.type'),
    status: t('meetings:field.status'),
    date: t('meetings:field.date'),
    venue: t('meetings:field.venue'),
    startTime: t('meetings:field.startTime'),
    endTime: t('meetings:field.endTime'),
    chair: t('meetings:field.chair'),
    statusReason: t('meetings:field.statusReason'),
    mixedReason: t('meetings:field.mixedReason'),
    next: t('meetings:next.date'),
    reason: t('meetings:correction.reason'),
    correctedOn: t('meetings:correction.on'),
    agenda: t('meetings:section.agenda'),
    attendance: t('meetings:section.attendance'),
    guests: t('meetings:section.guests'),
    issues: t('meetings:section.issues'),
    decisions: t('meetings:section.decisions'),
    actions: t('meetings:section.actions'),
  };
  const item = t('meetings:agenda.item');
  const rows: RowLabels = {
    attendance: {
      row: (number) => t('meetings:substitute.row', { number }),
      fields: { substitute: t('meetings:section.attendance') },
    },
    reviews: {
      row: (number) => t('meetings:review.row', { number }),
      fields: { status: t('meetings:review.status'), note: t('meetings:review.note') },
    },
    agenda: {
      row: (number) => t('meetings:agenda.row', { number }),
      fields: { title: t('meetings:agenda.title') },
    },
    guests: {
      row: (number) => t('meetings:guest.row', { number }),
      fields: {
        sex: t('meetings:guest.sex'),
        ageBand: t('meetings:guest.ageBand'),
        count: t('meetings:guest.count'),
      },
    },
    issues: {
      row: (number) => t('meetings:issue.row', { number }),
      fields: {
        issue: t('meetings:issue.issue'),
        agendaItem: item,
        statement: t('meetings:issue.statement'),
        where: t('meetings:issue.where'),
        timeOfDay: t('meetings:issue.timeOfDay'),
        groups: t('meetings:issue.groups'),
        raisedBySex: t('meetings:issue.raisedBySex'),
        raisedBy: t('meetings:issue.raisedBy'),
      },
    },
    decisions: {
      row: (number) => t('meetings:decision.row', { number }),
      fields: {
        type: t('meetings:decision.type'),
        agendaItem: item,
        text: t('meetings:decision.text'),
        votes: t('meetings:vote.votes'),
      },
    },
    actions: {
      row: (number) => t('meetings:action.row', { number }),
      fields: {
        what: t('meetings:action.what'),
        responsible: t('meetings:action.responsible'),
        due: t('meetings:action.due'),
        status: t('meetings:action.status'),
        resources: t('meetings:action.resources'),
        issue: t('meetings:action.issue'),
        plan: t('meetings:action.planLink'),
      },
    },
  };
  return fieldLabels(t, top, rows);
}
