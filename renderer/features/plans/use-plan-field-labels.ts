import { useTranslation } from 'react-i18next';
import { fieldLabels, type Labels, type RowLabels } from '#renderer/components/record-form/field-labels.ts';

/** Words for the path of a field, for the summary above the form. */
export function usePlanFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top: Labels = {
    title: t('plans:field.title'),
    startsOn: t('plans:field.startsOn'),
    endsOn: t('plans:field.endsOn'),
    draftedOn: t('plans:field.draftedOn'),
    consultations: t('plans:voices.field'),
    problems: t('plans:section.problems'),
    rankReason: t('plans:problem.rankReason'),
    actions: t('plans:section.actions'),
  };
  const revision: Labels = { date: t('plans:revision.date'), reason: t('plans:revision.reason') };
  const profile: Labels = {
    population: t('plans:profile.population'),
    families: t('plans:profile.families'),
    displacedFamilies: t('plans:profile.displacedFamilies'),
    returneeFamilies: t('plans:profile.returneeFamilies'),
    area: t('plans:profile.area'),
    communities: t('plans:profile.communities'),
    services: t('plans:profile.services'),
    history: t('plans:profile.history'),
    source: t('plans:profile.source'),
  };
  const rows: RowLabels = {
    problems: {
      row: (number) => t('plans:problem.row', { number }),
      fields: {
        issue: t('plans:problem.issue'),
        place: t('plans:problem.place'),
        timeOfDay: t('plans:problem.time'),
        harmed: t('plans:problem.harmed'),
        statement: t('plans:problem.statement'),
        immediateCauses: t('plans:problem.immediateCauses'),
        deeperCauses: t('plans:problem.deeperCauses'),
        effects: t('plans:problem.effects'),
        likelihood: t('plans:score.likelihood'),
        impact: t('plans:score.impact'),
      },
    },
    actions: {
      row: (number) => t('plans:action.row', { number }),
      fields: {
        what: t('plans:action.what'),
        problem: t('plans:action.problem'),
        type: t('plans:action.type'),
        responsible: t('plans:action.responsible'),
        partnerIds: t('plans:action.partners'),
        partners: t('plans:action.otherPartners'),
        cost: t('plans:action.cost'),
        startsOn: t('plans:action.startsOn'),
        due: t('plans:action.due'),
        indicator: t('plans:action.indicator'),
        doNoHarm: t('plans:action.doNoHarm'),
      },
    },
  };
  const labelOf = fieldLabels(t, top, rows);
  return (path) => {
    const [root, field = '', part = ''] = path.split('.');
    if (root === 'revision') return revision[field];
    return field === 'profile' ? profile[part] : labelOf(path);
  };
}
