import { Alert, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { IssueForm } from '#renderer/components/issues/issue-form.ts';
import { today } from '#renderer/components/today.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Props = { forumId: string | null; fields: IssueForm; patch: (change: Partial<IssueForm>) => void };

/** Where it goes on: another body, the plan of the forum, a case of which the number alone stands here. */
export function LinkFields({ forumId, fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <CodeField
          list="referral_body"
          label={t('issues:field.referralTo')}
          name="fields.referralTo"
          value={fields.referralTo}
          onChange={(referralTo) => patch({ referralTo })}
          required={fields.status === 'referred'}
          clearable
        />
        <DateField
          label={t('issues:field.referredOn')}
          name="fields.referredOn"
          value={fields.referredOn}
          onChange={(referredOn) => patch({ referredOn })}
        />
      </SimpleGrid>
      {fields.referral === null ? (
        <WithheldField label={t('issues:field.referral')} />
      ) : (
        <PassageField
          label={t('issues:field.referral')}
          name="fields.referral"
          value={fields.referral}
          onChange={(referral) => patch({ referral })}
          minRows={2}
        />
      )}
      <PlanFields forumId={forumId} fields={fields} patch={patch} />
      <HlpNote issue={fields.issue} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <LineField
          label={t('issues:field.dispute')}
          description={t('issues:field.disputeHint')}
          name="fields.dispute"
          value={fields.dispute}
          onChange={(dispute) => patch({ dispute })}
          ltr
        />
      </SimpleGrid>
    </>
  );
}

/** What concerns the land or the house of particular people is a case. */
function HlpNote({ issue }: { issue: string | null }) {
  const { t } = useTranslation();
  const { entries } = useCodeList('safety_issue');
  if (entries.find(({ code }) => code === issue)?.attributes.group !== 'hlp') return null;
  return (
    <Alert color="blue" role="status">
      {t('issues:hlp')}
    </Alert>
  );
}

function PlanFields({ forumId, fields, patch }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const plans = useCall('plans.list', { forumId, today: today(), limit: 50 });
  const plan = useCall('plans.get', { planId: fields.plan ?? '' }, { enabled: fields.plan !== null });
  const problems = plan.value?.problems ?? [];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <ChoiceField
        label={t('issues:field.plan')}
        name="fields.plan"
        choices={(plans.value?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={fields.plan}
        onChange={(chosen) => patch({ plan: chosen, problem: null })}
        clearable
      />
      {fields.plan !== null && (
        <ChoiceField
          label={t('issues:field.problem')}
          name="fields.problem"
          choices={problems.map(({ id, issue }) => ({ value: id, label: labelOf(issue) ?? issue }))}
          value={fields.problem}
          onChange={(problem) => patch({ problem })}
          clearable
        />
      )}
    </SimpleGrid>
  );
}
