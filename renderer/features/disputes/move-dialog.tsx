import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisputeView, disputeMethods } from '#shared/contract/disputes.ts';
import { closingOutcomes } from '#shared/domain/dispute-stage.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Fields = {
  readonly to: string | null;
  readonly date: string | null;
  readonly outcome: string | null;
  readonly reason: string;
};

const Move = disputeMethods['disputes.move'].input.pick({ to: true, date: true, outcome: true, reason: true });

const noErrors: FieldErrors = {};

/** Moves the case to one of the stages that may follow; closing asks how it ended. */
export function MoveDialog({ view, onClose }: { view: DisputeView; onClose: () => void }) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('dispute_stage');
  const [fields, setFields] = useState<Fields>({ to: null, date: null, outcome: null, reason: '' });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const title = t('disputes:page.title', { number: view.number });
  const draft = useDraft('dispute-move', view.id, fields, setFields, title);
  const move = useCommand('disputes.move');
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const closes = fields.to === 'closed';
  const outcomes: readonly string[] = closingOutcomes(view.stage.code);

  async function act(): Promise<void> {
    const judged = checkFields(Move, { ...fields, outcome: closes ? fields.outcome : null }, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const moved = await move.run({ disputeId: view.id, heads: view.heads, ...judged.value });
    if (!moved.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('disputes:move.title')}
      onClose={onClose}
      act={closes ? t('disputes:move.close') : t('disputes:move.act')}
      onAct={() => void act()}
      draft={draft}
      busy={move.busy}
      error={move.error}
      fieldErrors={wrong}
    >
      <ChoiceField
        label={t('disputes:move.to')}
        name="to"
        choices={view.stage.next.map((code) => ({ value: code, label: labelOf(code) ?? code }))}
        value={fields.to}
        onChange={(to) => patch({ to })}
        required
      />
      {closes && (
        <CodeField
          list="dispute_outcome"
          label={t('disputes:field.outcome')}
          name="outcome"
          value={fields.outcome}
          onChange={(outcome) => patch({ outcome })}
          only={({ code }) => outcomes.includes(code)}
          required
        />
      )}
      <DateField
        label={t('disputes:move.date')}
        name="date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <PassageField
        label={t('disputes:move.reason')}
        description={t('disputes:move.reasonHint')}
        name="reason"
        value={fields.reason}
        onChange={(reason) => patch({ reason })}
      />
    </DialogForm>
  );
}
