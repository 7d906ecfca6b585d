import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { today } from '#renderer/components/today.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

/** What an action says of the plan: all null where it has nothing to do with it. */
type PlanLink = { readonly plan: string | null; readonly problem: string | null; readonly planAction: string | null };

type Props = { name: string; forumId: string; value: PlanLink; onChange: (link: PlanLink) => void };

const noLink: PlanLink = { plan: null, problem: null, planAction: null };

/** One of the problems or actions of the forum's plan in force; what was linked to an earlier plan keeps that one. */
export function PlanLinkField({ name, forumId, value, onChange }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const inForce = useCall('plans.list', { forumId, today: today(), inForce: true, limit: 1 });
  const planId = value.plan ?? inForce.value?.rows[0]?.id ?? null;
  const plan = useCall('plans.get', { planId: planId ?? '' }, { enabled: planId !== null });
  if (planId === null || plan.value === undefined) return null;
  const { title, problems, actions } = plan.value;
  const linkOf = (element: string): PlanLink => {
    const action = actions.find(({ id }) => id === element);
    return { plan: planId, problem: action?.problem ?? element, planAction: action?.id ?? null };
  };
  return (
    <ChoiceField
      label={t('meetings:action.planLink')}
      description={t('meetings:action.planLinkHint', { title })}
      name={name}
      choices={[
        {
          group: t('meetings:action.planProblems'),
          items: problems.map(({ id, issue, place }) => {
            const word = labelOf(issue) ?? issue;
            return { value: id, label: place ? t('plans:problem.issueAt', { name: word, place }) : word };
          }),
        },
        {
          group: t('meetings:action.planActions'),
          items: actions.map(({ id, what }) => ({ value: id, label: what })),
        },
      ]}
      value={value.planAction ?? value.problem}
      onChange={(element) => onChange(element === null ? noLink : linkOf(element))}
      clearable
    />
  );
}
