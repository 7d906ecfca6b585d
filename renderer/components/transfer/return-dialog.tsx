import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferView } from '#shared/contract/transfers.ts';
import type { ReturnReason, Transferable } from '#shared/domain/transfer.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';
import { useHandOverWords } from './use-hand-over-words.ts';

type Props = { transfer: TransferView; type: Transferable; office: string; onClose: () => void };

/** Gives an offered record back to the office that offered it. */
export function ReturnDialog({ transfer: { recordId, offer }, type, office, onClose }: Props) {
  const { t } = useTranslation();
  const words = useHandOverWords(type);
  const { returnChoices } = useTransferWords();
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const draft = useDraft('transfer-return', recordId, reason, setReason, words.returnQuestion);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const giveBack = useCommand('transfers.return');

  async function act(): Promise<void> {
    setWrong(reason === null ? { reason: 'field/required' } : {});
    if (reason === null) return;
    const done = await giveBack.run({ recordId, offer, reason });
    if (!done.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={words.returnQuestion}
      onClose={onClose}
      act={words.giveBack}
      onAct={() => void act()}
      draft={draft}
      busy={giveBack.busy}
      error={giveBack.error}
      fieldErrors={wrong}
    >
      <Text>{words.returnText({ office })}</Text>
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
