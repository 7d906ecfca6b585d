import { useTranslation } from 'react-i18next';
import { TRUST_CASES } from '#shared/domain/mapping.ts';
import { fieldLabels, type Labels, type RowLabels } from '#renderer/components/record-form/field-labels.ts';
import { useMappingChoices, useQuestionWord } from './use-mapping-choices.ts';

/** Words for the path of a field, for the summary above the form. */
export function useMappingFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const question = useQuestionWord();
  const { wordOfCase } = useMappingChoices();
  const top: Labels = {
    place: t('mappings:field.place'),
    forumId: t('mappings:field.forum'),
    date: t('mappings:field.date'),
    group: t('mappings:field.group'),
    round: t('mappings:field.round'),
    facilitators: t('mappings:field.facilitators'),
    womenFacilitators: t('mappings:field.womenFacilitators'),
    guardianConsent: t('mappings:field.guardianConsent'),
    reason: t('common:label.reason'),
    participants: t('mappings:section.people'),
    sheets: t('mappings:section.sheets'),
    trust: t('mappings:section.trust'),
    places: t('mappings:section.places'),
  };
  const person = { sex: t('mappings:sheet.sex'), ageBand: t('mappings:sheet.ageBand') };
  const rows: RowLabels = {
    participants: {
      row: (number) => t('mappings:people.row', { number }),
      fields: { ...person, count: t('mappings:people.count') },
    },
    sheets: {
      row: (number) => t('mappings:sheet.row', { number }),
      fields: {
        ...person,
        displacement: t('mappings:sheet.displacement'),
        disability: t('mappings:sheet.disability'),
        safeDay: question('safe_day'),
        safeNight: question('safe_night'),
        reports: question('report'),
        reportsToWoman: question('report_woman'),
        turnTo: t('mappings:sheet.turnTo'),
      },
    },
    trust: {
      row: (number) => t('mappings:trust.row', { number }),
      fields: {
        actor: t('mappings:trust.actor'),
        turnTo: t('mappings:trust.turnTo'),
        influence: t('mappings:trust.influence'),
        effect: t('mappings:trust.effect'),
        reachable: t('mappings:trust.reachable'),
      },
    },
    places: {
      row: (number) => t('mappings:place.row', { number }),
      fields: {
        name: t('mappings:place.name'),
        day: t('mappings:place.day'),
        night: t('mappings:place.night'),
        forWhom: t('mappings:place.forWhom'),
        why: t('mappings:place.why'),
      },
    },
  };
  const labelOf = fieldLabels(t, top, rows);
  return (path) => {
    const [, field, name] = path.split('.');
    if (field !== 'chains') return labelOf(path);
    const of = TRUST_CASES.find((one) => one === name);
    return of && t('mappings:chain.actors', { case: wordOfCase(of) });
  };
}
