import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PlanReviewFields } from '#shared/contract/plan-fields.ts';
import type { PlanView } from '#shared/contract/plans.ts';
import { scoreOf } from '#shared/domain/plan-score.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useField } from '#renderer/components/fields/field-context.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { fieldLabels } from '#renderer/components/record-form/field-labels.ts';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { ChangeWord } from './change-word.tsx';
import { NamesWarning } from './names-warning.tsx';
import { type ReviewForm, reviewFormOf, reviewInputOf, type RescoredForm } from './review-form-model.ts';
import { typedScore } from './plan-form-model.ts';
import { ScoreBadge } from './score-badge.tsx';
import { ScoreFields } from './score-fields.tsx';
import { useMeetingChoices } from './sessions-field.tsx';
import { usePlanWords } from './use-plan-words.tsx';

/** The six-monthly review of a plan: every problem is scored anew, beside its score until now. */
export function PlanReviewScreen({ id }: { id: string }) {
  const plan = useCall('plans.get', { planId: id });
  return <QueryState of={plan}>{(view) => <ReviewOf plan={view} />}</QueryState>;
}

function ReviewOf({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = usePlanWords();
  const review = useCommand('plans.review');
  const form = useRecordForm({
    draftForm: 'plan-review',
    recordId: plan.id,
    initial: () => newFormState(reviewFormOf(plan), plan.heads),
    schema: PlanReviewFields,
    toInput: reviewInputOf,
    draftTitle: () => t('plans:review.draftTitle', { name: plan.title }),
  });
  const close = () => navigate(`/plans/${plan.id}`);
  return (
    <RecordForm
      title={t('plans:review.title')}
      form={form}
      command={review}
      fieldLabels={useFieldLabels()}
      onSave={async (fields) => {
        const saved = await review.run({ planId: plan.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('plans.get', { planId: plan.id });
          return answer.ok ? { fields: reviewFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <ReviewFieldset plan={plan} fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

type Props = { plan: PlanView; fields: ReviewForm; patch: (change: Partial<ReviewForm>) => void };

function ReviewFieldset({ plan, fields, patch }: Props) {
  const { t } = useTranslation();
  const meetings = useMeetingChoices(plan.forumId);
  return (
    <>
      <FormSection title={t('plans:review.when')}>
        <DateField
          label={t('plans:review.date')}
          name="fields.date"
          value={fields.date}
          onChange={(date) => patch({ date })}
          required
        />
        <ChoiceField
          label={t('plans:review.meeting')}
          name="fields.meetingId"
          choices={meetings}
          value={fields.meetingId}
          onChange={(meetingId) => patch({ meetingId })}
          clearable
        />
      </FormSection>
      <FormSection title={t('plans:review.scores')}>
        {fields.scores.map((score, index) => (
          <Rescored
            key={score.id}
            plan={plan}
            score={score}
            index={index}
            onChange={(change) =>
              patch({ scores: fields.scores.map((other) => (other === score ? { ...score, ...change } : other)) })
            }
          />
        ))}
      </FormSection>
      <FormSection title={t('plans:review.outcome')}>
        <PassageField
          label={t('plans:review.findings')}
          name="fields.findings"
          value={fields.findings}
          onChange={(findings) => patch({ findings })}
          maxLength={1000}
          required
        />
        <PassageField
          label={t('plans:review.next')}
          name="fields.next"
          value={fields.next}
          onChange={(next) => patch({ next })}
          minRows={2}
          maxLength={1000}
        />
        <NamesWarning />
        <ResultField value={fields.result} onChange={(result) => patch({ result })} />
      </FormSection>
    </>
  );
}

type RescoredProps = {
  plan: PlanView;
  score: RescoredForm;
  index: number;
  onChange: (change: Partial<RescoredForm>) => void;
};

/** The score until now stands before the new one. */
function Rescored({ plan, score, index, onChange }: RescoredProps) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const rank = plan.problems.findIndex(({ id }) => id === score.id);
  const problem = plan.problems[rank];
  if (!problem) return null;
  const now = typedScore(score);
  return (
    <Stack gap="xs" component="section" aria-label={labelOf(problem.issue) ?? problem.issue}>
      <Text fw={600} component="h3" m={0}>
        {t('plans:problem.ranked', { rank: rank + 1, name: labelOf(problem.issue) ?? problem.issue })}
      </Text>
      <Text component="div">
        {t('plans:review.before')} <ScoreBadge score={scoreOf(problem)} />{' '}
        {now !== null && <ChangeWord first={scoreOf(problem)} last={now} />}
      </Text>
      <ScoreFields path={`fields.scores.${index}`} value={score} onChange={onChange} />
    </Stack>
  );
}

function ResultField({ value, onChange }: { value: string | null; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const name = 'fields.result';
  const { error, edited } = useField({ label: t('plans:review.result'), name, required: true });
  return (
    <Radio.Group
      label={t('plans:review.result')}
      value={value ?? ''}
      error={error}
      onChange={(next) => {
        edited();
        onChange(next);
      }}
    >
      <Group data-field={name} tabIndex={-1}>
        <Radio value="active" label={t('plans:review.goesOn')} />
        <Radio value="completed" label={t('plans:review.ends')} />
      </Group>
    </Radio.Group>
  );
}

function useFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const labels = {
    date: t('plans:review.date'),
    meetingId: t('plans:review.meeting'),
    findings: t('plans:review.findings'),
    next: t('plans:review.next'),
    result: t('plans:review.result'),
  };
  const scores = {
    row: (number: number) => t('plans:problem.row', { number }),
    fields: { likelihood: t('plans:score.likelihood'), impact: t('plans:score.impact') },
  };
  return fieldLabels(t, labels, { scores });
}
