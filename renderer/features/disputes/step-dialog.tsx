import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisputeView, disputeMethods } from '#shared/contract/disputes.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useStepKindLabels } from './use-step-kind-labels.ts';

type Step = DisputeView['steps'][number];

type Fields = {
  readonly kind: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly next: string;
  readonly corrects: string | null;
};

const NewStep = disputeMethods['disputes.addStep'].input.pick({
  kind: true,
  date: true,
  text: true,
  next: true,
  corrects: true,
});

const noErrors: FieldErrors = {};

/** Adds a step, or one that corrects another and begins with its words. */
export function StepDialog({
  view,
  corrects,
  onClose,
}: {
  view: DisputeView;
  corrects: Step | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { choices } = useStepKindLabels();
  const [fields, setFields] = useState<Fields>(() => fieldsFor(corrects));
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('step', view.id, fields, setFields, t('disputes:page.title', { number: view.number }));
  const add = useCommand('disputes.addStep');
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const corrected = view.steps.find(({ id }) => id === fields.corrects);

  async function act(): Promise<void> {
    const judged = checkFields(NewStep, fields, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const added = await add.run({ disputeId: view.id, ...judged.value });
    if (!added.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={corrected ? t('disputes:step.correctTitle') : t('disputes:step.addTitle')}
      onClose={onClose}
      act={corrected ? t('disputes:step.addCorrection') : t('disputes:step.add')}
      onAct={() => void act()}
      draft={draft}
      busy={add.busy}
      error={add.error}
      fieldErrors={wrong}
    >
      {corrected && (
        <Stack gap={2}>
          <Text>{t('disputes:step.corrects', { date: corrected.date })}</Text>
          <Text c="dimmed">{t('disputes:step.correctHint')}</Text>
        </Stack>
      )}
      <ChoiceField
        label={t('disputes:step.kind')}
        name="kind"
        choices={choices}
        value={fields.kind}
        onChange={(kind) => patch({ kind })}
        required
      />
      <DateField
        label={t('disputes:step.date')}
        name="date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <PassageField
        label={t('disputes:step.text')}
        name="text"
        value={fields.text}
        onChange={(text) => patch({ text })}
        minRows={5}
      />
      <PassageField
        label={t('disputes:step.next')}
        name="next"
        value={fields.next}
        onChange={(next) => patch({ next })}
        minRows={2}
      />
    </DialogForm>
  );
}

const fieldsFor = (corrects: Step | null): Fields => ({
  kind: corrects?.kind ?? null,
  date: corrects?.date ?? null,
  text: corrects?.text ?? '',
  next: corrects?.next ?? '',
  corrects: corrects?.id ?? null,
});
