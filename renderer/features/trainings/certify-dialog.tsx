import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trainingMethods, type TrainingView } from '#shared/contract/trainings.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';

const Issue = trainingMethods['trainings.certify'].input.pick({ date: true });
const noErrors: FieldErrors = {};

/** Gives a numbered certificate to everybody who completed the training and holds none. */
export function CertifyDialog({ view, onClose }: { view: TrainingView; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useNotice();
  const [date, setDate] = useState<string | null>(null);
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('certificates', view.id, date, setDate, view.title);
  const certify = useCommand('trainings.certify');
  const earned = entitled(view).length;

  async function act(): Promise<void> {
    certify.clear();
    const judged = checkFields(Issue, { date }, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const done = await certify.run({ trainingId: view.id, date: judged.value.date, heads: view.heads });
    if (!done.ok) return;
    draft.clear();
    say(t('trainings:count.issued', { count: done.value.issued }));
    onClose();
  }

  return (
    <DialogForm
      title={t('trainings:certificate.issueTitle')}
      onClose={onClose}
      act={t('trainings:certificate.act')}
      onAct={() => void act()}
      draft={draft}
      busy={certify.busy}
      error={certify.error}
      fieldErrors={wrong}
      errorAt={{ code: 'training/certificate-before-end', name: 'date' }}
    >
      <Text>{t('trainings:count.entitled', { count: earned })}</Text>
      <Text c="dimmed">{t('trainings:certificate.rule')}</Text>
      <DateField label={t('trainings:certificate.date')} name="date" value={date} onChange={setDate} required />
    </DialogForm>
  );
}

/** Those who completed it and hold no certificate. */
export const entitled = (view: TrainingView) => view.participants.filter(({ result }) => result === 'completed');
