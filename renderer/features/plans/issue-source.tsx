import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/client-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { newProblem, type ProblemForm } from './plan-form-model.ts';

type Props = { forumId: string; problems: readonly ProblemForm[]; onAdd: (problem: ProblemForm) => void };

/** Makes a problem of an issue that the forum raised: what is known of it is taken over and not asked again. */
export function IssueSource({ forumId, problems, onAdd }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const { labelOf } = useCodeList('safety_issue');
  const [chosen, setChosen] = useState<string | null>(null);
  const { value } = useCall('issues.list', { forumId, show: 'open', limit: 200 });
  const taken = new Set(problems.flatMap(({ issues }) => issues));
  const choices = (value?.rows ?? [])
    .filter(({ id, voided }) => !voided && !taken.has(id))
    .map(({ id, issue, spot }) => {
      const name = labelOf(issue) ?? issue;
      return { value: id, label: spot ? t('plans:problem.issueAt', { name, place: spot }) : name };
    });
  if (choices.length === 0) return null;

  async function add(issueId: string | null): Promise<void> {
    if (issueId === null) return;
    setChosen(issueId);
    const answer = await client.call('issues.get', { issueId }).catch(() => null);
    setChosen(null);
    if (!answer?.ok) return;
    const { issue, time, affected, spot, statement } = answer.value;
    onAdd({
      ...newProblem(),
      issue,
      timeOfDay: time,
      harmed: affected,
      issues: [issueId],
      place: spot ?? '',
      statement: (statement ?? '').slice(0, 1000),
    });
  }

  return (
    <ChoiceField
      label={t('plans:problem.fromIssue')}
      description={t('plans:problem.fromIssueHint')}
      choices={choices}
      value={chosen}
      onChange={(issueId) => void add(issueId)}
    />
  );
}
