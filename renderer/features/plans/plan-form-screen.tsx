import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import { PlanFields } from '#shared/contract/plan-fields.ts';
import type { PlanView } from '#shared/contract/plans.ts';
import { isEndorsed } from '#shared/domain/plan-status.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { ContinuedForm } from '#renderer/components/record-form/continued-form.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { PlanFieldset } from './plan-fieldset.tsx';
import { emptyPlan, type PlanForm, planFormOf, planInputOf } from './plan-form-model.ts';
import { usePlanFieldLabels } from './use-plan-field-labels.ts';
import { usePlanWords } from './use-plan-words.tsx';

type Props = { forumId?: string; id?: string };

/** With `id` the plan of that id, with `forumId` a new one of that forum; with neither the new one kept as a draft. */
export function PlanFormScreen({ forumId, id }: Props) {
  if (id !== undefined) return <EditPlan id={id} />;
  if (forumId !== undefined) return <NewPlan key={forumId} forumId={forumId} />;
  return (
    <ContinuedForm form="plan" otherwise="/forums">
      {(kept) => <NewPlan forumId={kept} />}
    </ContinuedForm>
  );
}

/** There is one draft of a new plan: taken up, it may turn the form to the forum it was begun for. */
function NewPlan({ forumId }: { forumId: string }) {
  const [current, setCurrent] = useState(forumId);
  const forum = useCall('forums.get', { forumId: current }, { keepPrevious: true });
  return <QueryState of={forum}>{(view) => <NewPlanOf forum={view} onForum={setCurrent} />}</QueryState>;
}

const noneLocked: ReadonlySet<string> = new Set();

function NewPlanOf({ forum, onForum }: { forum: ForumView; onForum: (forumId: string) => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = usePlanForm(null, forum.name, () => newFormState(emptyPlan, null, forum.id));
  const create = useCommand('plans.create');
  const forumId = form.state.parent ?? forum.id;
  useEffect(() => onForum(forumId), [forumId, onForum]);
  return (
    <RecordForm
      title={t('plans:form.new')}
      form={form}
      command={create}
      fieldLabels={usePlanFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ forumId, fields });
        return saved.ok ? () => navigate(`/plans/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate(`/forums/${forumId}`)}
    >
      <PlanFieldset forum={forum} fields={form.fields} patch={form.patch} locked={noneLocked} revises={false} />
    </RecordForm>
  );
}

function EditPlan({ id }: { id: string }) {
  const plan = useCall('plans.get', { planId: id });
  return <QueryState of={plan}>{(view) => <EditLoadedPlan plan={view} />}</QueryState>;
}

function EditLoadedPlan({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = usePlanWords();
  const form = usePlanForm(plan.id, plan.forumName, () => newFormState(planFormOf(plan), plan.heads));
  const edit = useCommand('plans.edit');
  const close = () => navigate(`/plans/${plan.id}`);
  const revises = isEndorsed(plan.status);
  const locked = useMemo(
    () => (revises ? new Set(plan.problems.map(({ id }) => id)) : noneLocked),
    [revises, plan.problems],
  );
  return (
    <RecordForm
      title={revises ? t('plans:form.revise') : t('plans:form.edit')}
      form={form}
      command={edit}
      fieldLabels={usePlanFieldLabels()}
      onSave={async (fields) => {
        const { revisedOn, revisionReason } = form.fields;
        // What is still empty is told by the core at its field.
        const revision = revises ? { date: revisedOn ?? '', reason: revisionReason } : null;
        const saved = await edit.run({ planId: plan.id, fields, revision, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('plans.get', { planId: plan.id });
          return answer.ok ? { fields: planFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <PlanFieldset
        forum={{ id: plan.forumId, name: plan.forumName }}
        fields={form.fields}
        patch={form.patch}
        locked={locked}
        revises={revises}
      />
    </RecordForm>
  );
}

function usePlanForm(recordId: string | null, forumName: string, initial: () => FormState<PlanForm>) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'plan',
    recordId,
    initial,
    schema: PlanFields,
    toInput: planInputOf,
    draftTitle: ({ title }) => (title.trim() === '' ? t('plans:form.draftTitle', { name: forumName }) : title),
  });
}
