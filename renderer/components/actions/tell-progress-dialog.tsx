import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProgress } from '#shared/contract/actions.ts';
import { progressFaults } from '#shared/domain/action-rules.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';

type Props = {
  action: {
    readonly meetingId: string;
    readonly actionId: string;
    /** Day of the meeting that agreed on it. */
    readonly meetingDate: string;
    readonly what: string;
    readonly status: string;
  };
  onClose: () => void;
};

type Fields = {
  readonly status: string | null;
  readonly date: string | null;
  readonly note: string;
  readonly evidence: string;
};

const noErrors: FieldErrors = {};

/** How an action went on between meetings: told beside the minutes, which stay as they are. */
export function TellProgressDialog({ action, onClose }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Fields>({
    status: action.status,
    date: null,
    note: '',
    evidence: '',
  });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('progress', action.actionId, fields, setFields, action.what);
  const tell = useCommand('actions.progress');
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));

  async function act(): Promise<void> {
    const judged = checkFields(ActionProgress, fields, ['progress']);
    const found = judged.ok ? faultsOf(judged.value, action.meetingDate) : judged.error;
    setWrong(found);
    if (!judged.ok || Object.keys(found).length > 0) return;
    const { meetingId, actionId } = action;
    const told = await tell.run({ meetingId, actionId, progress: judged.value });
    if (!told.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('actions:tell.title')}
      onClose={onClose}
      act={t('actions:tell.act')}
      onAct={() => void act()}
      draft={draft}
      busy={tell.busy}
      error={tell.error}
      fieldErrors={wrong}
    >
      <bdi>{action.what}</bdi>
      <CodeField
        list="action_item_status"
        label={t('actions:tell.status')}
        name="progress.status"
        value={fields.status}
        onChange={(status) => patch({ status })}
        required
      />
      <DateField
        label={t('actions:tell.date')}
        description={t('actions:tell.dateHint')}
        name="progress.date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <PassageField
        label={t('actions:tell.note')}
        description={t('actions:tell.noteHint')}
        name="progress.note"
        value={fields.note}
        onChange={(note) => patch({ note })}
        minRows={3}
      />
      <LineField
        label={t('actions:tell.evidence')}
        description={t('actions:tell.evidenceHint')}
        name="progress.evidence"
        value={fields.evidence}
        onChange={(evidence) => patch({ evidence })}
      />
    </DialogForm>
  );
}

/** The day is judged here as the core judges it, so that the refusal stands at the field. */
const faultsOf = (told: ActionProgress, madeOn: string): FieldErrors =>
  Object.fromEntries(progressFaults(told, madeOn).map(({ path, code }) => [`progress.${path}`, code]));
