import { useTranslation } from 'react-i18next';
import type { Difference } from '#shared/domain/plan-compare.ts';
import { MoneyText } from '#renderer/components/money-text.tsx';
import type { FieldWords } from '#renderer/components/record/group-words.tsx';
import { usePlanWords } from './use-plan-words.tsx';

type Fields = Readonly<Record<string, FieldWords>>;

/** How the fields of two versions are told side by side: in the words of the groups they are kept in. */
export function useComparedFields(): Readonly<Record<Difference['of'], Fields>> {
  const { t } = useTranslation();
  const { identity, ranking, problem, problemText, score, action, actionState } = usePlanWords();
  return {
    plan: { ...identity.fields, rankReason: ranking.fields.reason },
    problem: {
      rank: { label: t('plans:problem.rank'), as: 'number' },
      score: { label: t('plans:score.score'), as: 'number' },
      ...problem.fields,
      ...problemText.fields,
      ...score.fields,
    },
    action: {
      problem: { label: t('plans:action.problem'), as: 'text' },
      ...action.fields,
      cost: { label: t('plans:action.cost'), as: (value) => <Cost value={value} /> },
      ...actionState.fields,
    },
  };
}

function Cost({ value }: { value: unknown }) {
  const [amount = '', currency = ''] = String(value).split(' ');
  return <MoneyText amount={Number(amount)} currency={currency} />;
}
