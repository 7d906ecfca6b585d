import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import type { ReturnReason } from '#shared/domain/transfer.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';

/** Gives an offered case back to the office that offered it. */
export function ReturnDialog({ view, offer, onClose }: { view: DisputeView; offer: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { returnChoices } = useTransferWords();
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const giveBack = useCommand('transfers.return');

  async function act(): Promise<void> {
    setWrong(reason === null ? { reason: 'field/required' } : {});
    if (reason === null) return;
    const done = await giveBack.run({ disputeId: view.id, offer, reason });
    if (done.ok) onClose();
  }

  return (
    <DialogForm
      title={t('transfers:banner.returnQuestion')}
      onClose={onClose}
      act={t('transfers:banner.return')}
      onAct={() => void act()}
      busy={giveBack.busy}
      error={giveBack.error}
      fieldErrors={wrong}
    >
      <Text>{t('transfers:banner.returnText', { office: view.owner.name })}</Text>
      <ChoiceField
        label={t('common:label.reason')}
        name="reason"
        choices={returnChoices}
        value={reason}
        onChange={setReason}
        required
      />
    </DialogForm>
  );
}
