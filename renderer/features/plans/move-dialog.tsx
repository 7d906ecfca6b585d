import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlanView, planMethods } from '#shared/contract/plans.ts';
import { moveNeedsReason, movesFrom } from '#shared/domain/plan-status.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { today } from '#renderer/components/today.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

const Move = planMethods['plans.move'].input.pick({ to: true, date: true, reason: true });

const noErrors: FieldErrors = {};

/** Moves the plan to one of the statuses that may follow. */
export function MoveDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('ssp_status');
  const next = movesFrom(view.status);
  const [fields, setFields] = useState<{
    readonly to: string | null;
    readonly date: string | null;
    readonly reason: string;
  }>({ to: next.length === 1 ? (next[0] ?? null) : null, date: today(), reason: '' });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('plan-move', view.id, fields, setFields, view.title);
  const move = useCommand('plans.move');
  const patch = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));

  async function act(): Promise<void> {
    move.clear();
    const judged = checkFields(Move, fields, []);
    const found = judged.ok ? reasonFault(judged.value) : judged.error;
    setWrong(found);
    if (!judged.ok || Object.keys(found).length > 0) return;
    const moved = await move.run({ planId: view.id, heads: view.heads, ...judged.value });
    if (!moved.ok) return;
    draft.clear();
    onClose();
  }

  /** Told at its field, as the core would refuse it. */
  const reasonFault = ({ to, reason }: { to: string; reason: string }): FieldErrors =>
    reason === '' && moveNeedsReason(view.status, to) ? { reason: 'field/required' } : noErrors;

  return (
    <DialogForm
      title={t('plans:move.title')}
      onClose={onClose}
      act={t('plans:move.act')}
      onAct={() => void act()}
      draft={draft}
      busy={move.busy}
      error={move.error}
      fieldErrors={wrong}
      errorAt={{ code: 'plan/date-too-early', name: 'date' }}
    >
      <ChoiceField
        label={t('plans:move.to')}
        name="to"
        choices={next.map((code) => ({ value: code, label: labelOf(code) ?? code }))}
        value={fields.to}
        onChange={(to) => patch({ to })}
        required
      />
      <DateField
        label={t('plans:move.date')}
        name="date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <PassageField
        label={t('common:label.reason')}
        name="reason"
        value={fields.reason}
        onChange={(reason) => patch({ reason })}
        minRows={2}
        maxLength={1000}
        required={fields.to !== null && moveNeedsReason(view.status, fields.to)}
      />
    </DialogForm>
  );
}
