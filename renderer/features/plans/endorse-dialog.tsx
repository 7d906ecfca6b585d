import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlanView, planMethods } from '#shared/contract/plans.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { today } from '#renderer/components/today.ts';
import { useMeetingChoices } from './sessions-field.tsx';

const Endorse = planMethods['plans.endorse'].input.pick({ meetingId: true, gapReason: true });

type Fields = { readonly meetingId: string | null; readonly gapReason: string };

const noErrors: FieldErrors = {};

/** The forum endorses the plan in a meeting with quorum; missing voices are explained and stay to be seen. */
export function EndorseDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const { t } = useTranslation();
  const meetings = useMeetingChoices(view.forumId);
  const inForce = useCall('plans.list', { forumId: view.forumId, today: today(), inForce: true });
  const [fields, setFields] = useState<Fields>({ meetingId: null, gapReason: '' });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('plan-endorsement', view.id, fields, setFields, view.title);
  const endorse = useCommand('plans.endorse');
  const { women, youth } = view.missingVoices;
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const asksWhy = women || youth || endorse.error?.code === 'plan/voices-missing';

  async function act(): Promise<void> {
    const judged = checkFields(Endorse, fields, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const endorsed = await endorse.run({ planId: view.id, heads: view.heads, ...judged.value });
    if (!endorsed.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('plans:endorse.title')}
      onClose={onClose}
      act={t('plans:endorse.act')}
      onAct={() => void act()}
      draft={draft}
      busy={endorse.busy}
      error={endorse.error}
      fieldErrors={wrong}
    >
      <ChoiceField
        label={t('plans:endorse.meeting')}
        description={t('plans:endorse.hint')}
        name="meetingId"
        choices={meetings}
        value={fields.meetingId}
        onChange={(meetingId) => patch({ meetingId })}
        required
      />
      {asksWhy && (
        <PassageField
          label={t('plans:endorse.gapReason')}
          description={t('plans:endorse.gapHint')}
          name="gapReason"
          value={fields.gapReason}
          onChange={(gapReason) => patch({ gapReason })}
          minRows={2}
          maxLength={1000}
          required
        />
      )}
      {(inForce.value?.rows ?? []).map(({ id, title }) => (
        <Alert key={id} color="blue">
          <Text>{t('plans:endorse.replaces', { name: title })}</Text>
        </Alert>
      ))}
    </DialogForm>
  );
}
