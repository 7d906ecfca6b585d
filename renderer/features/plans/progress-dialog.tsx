import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanActionState } from '#shared/contract/plan-fields.ts';
import type { PlanActionView, PlanView } from '#shared/contract/plans.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';

type Props = { plan: PlanView; action: PlanActionView; onClose: () => void };

const noErrors: FieldErrors = {};

/** How one action goes: each status asks for what belongs to it. */
export function ProgressDialog({ plan, action, onClose }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<{
    readonly status: string | null;
    readonly doneOn: string | null;
    readonly newDue: string | null;
    readonly note: string;
  }>({ status: action.status, doneOn: action.doneOn, newDue: action.newDue, note: action.note });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('plan-progress', plan.id, state, setState, action.what, action.id);
  const progress = useCommand('plans.progress');
  const patch = (change: Partial<typeof state>) => setState((before) => ({ ...before, ...change }));
  const asksDay = state.status === 'completed' || state.status === 'partially_completed';
  const asksNewDay = state.status === 'postponed' || state.newDue !== null;
  const asksWhy = state.status === 'blocked' || state.status === 'cancelled';

  async function act(): Promise<void> {
    const judged = checkFields(PlanActionState, { ...state, doneOn: asksDay ? state.doneOn : null }, ['state']);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const told = await progress.run({ planId: plan.id, actionId: action.id, state: judged.value, heads: plan.heads });
    if (!told.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('plans:progress.title')}
      onClose={onClose}
      act={t('common:action.save')}
      onAct={() => void act()}
      draft={draft}
      busy={progress.busy}
      error={progress.error}
      fieldErrors={wrong}
    >
      <Text>
        <bdi>{action.what}</bdi>
      </Text>
      <CodeField
        list="ssp_action_status"
        label={t('plans:progress.status')}
        name="state.status"
        value={state.status}
        onChange={(status) => patch({ status })}
        required
      />
      {asksDay && (
        <DateField
          label={t('plans:progress.doneOn')}
          name="state.doneOn"
          value={state.doneOn}
          onChange={(doneOn) => patch({ doneOn })}
          required={state.status === 'completed'}
        />
      )}
      {asksNewDay && (
        <DateField
          label={t('plans:progress.newDue')}
          name="state.newDue"
          value={state.newDue}
          onChange={(newDue) => patch({ newDue })}
          required={state.status === 'postponed'}
        />
      )}
      <LineField
        label={asksWhy ? t('plans:progress.why') : t('plans:progress.note')}
        name="state.note"
        value={state.note}
        onChange={(note) => patch({ note })}
        required={asksWhy}
      />
      {state.status === 'completed' && <Text c="dimmed">{t('plans:progress.evidence')}</Text>}
    </DialogForm>
  );
}
