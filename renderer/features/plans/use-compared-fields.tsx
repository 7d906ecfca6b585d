import { useTranslation } from 'react-i18next';
import { PartnerLabels } from '#renderer/components/partner-label.tsx';
import { MoneyText } from '#renderer/components/money-text.tsx';
import type { FieldWords } from '#renderer/components/record/group-words.tsx';

/** How the fields of two versions are told side by side; what is not here is not shown. */
export function useComparedFields(): Readonly<Record<string, FieldWords>> {
  const { t } = useTranslation();
  return {
    title: { label: t('plans:field.title'), as: 'text' },
    startsOn: { label: t('plans:field.startsOn'), as: 'date' },
    endsOn: { label: t('plans:field.endsOn'), as: 'date' },
    rankReason: { label: t('plans:problem.rankReason'), as: 'text' },
    rank: { label: t('plans:problem.rank'), as: 'number' },
    score: { label: t('plans:score.score'), as: 'number' },
    issue: { label: t('plans:problem.issue'), as: { list: 'safety_issue' } },
    place: { label: t('plans:problem.place'), as: 'text' },
    timeOfDay: { label: t('plans:problem.time'), as: { list: 'time_of_day' } },
    harmed: { label: t('plans:problem.harmed'), as: { list: 'mapping_group' } },
    statement: { label: t('plans:problem.statement'), as: 'text' },
    immediateCauses: { label: t('plans:problem.immediateCauses'), as: 'text' },
    deeperCauses: { label: t('plans:problem.deeperCauses'), as: 'text' },
    effects: { label: t('plans:problem.effects'), as: 'text' },
    likelihood: { label: t('plans:score.likelihood'), as: 'number' },
    impact: { label: t('plans:score.impact'), as: 'number' },
    vulnerable: { label: t('plans:score.vulnerableShort'), as: 'flag' },
    what: { label: t('plans:action.what'), as: 'text' },
    problem: { label: t('plans:action.problem'), as: 'text' },
    type: { label: t('plans:action.type'), as: { list: 'ssp_action_type' } },
    responsible: { label: t('plans:action.responsible'), as: { list: 'ssp_responsible' } },
    partnerIds: {
      label: t('plans:action.partners'),
      as: (value) => <PartnerLabels ids={Array.isArray(value) ? value.map(String) : []} />,
    },
    partners: { label: t('plans:action.otherPartners'), as: 'text' },
    cost: { label: t('plans:action.cost'), as: (value) => <Cost value={value} /> },
    due: { label: t('plans:action.due'), as: 'date' },
    indicator: { label: t('plans:action.indicator'), as: 'text' },
    doNoHarm: { label: t('plans:action.doNoHarm'), as: 'text' },
    status: { label: t('plans:progress.status'), as: { list: 'ssp_action_status' } },
    doneOn: { label: t('plans:progress.doneOn'), as: 'date' },
    newDue: { label: t('plans:progress.newDue'), as: 'date' },
    note: { label: t('plans:progress.note'), as: 'text' },
  };
}

function Cost({ value }: { value: unknown }) {
  const [amount = '', currency = ''] = String(value).split(' ');
  return <MoneyText amount={Number(amount)} currency={currency} />;
}
