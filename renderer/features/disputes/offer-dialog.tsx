import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import type { TransferReason } from '#shared/domain/transfer.ts';
import { isolateLtr } from '#shared/text/bidi.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';

type Fields = { readonly to: string | null; readonly reason: TransferReason | null };

/** Offers the case to another office, after saying what will happen to it. */
export function OfferDialog({ view, onClose }: { view: DisputeView; onClose: () => void }) {
  const { t } = useTranslation();
  const { offerChoices } = useTransferWords();
  const places = usePlaces();
  const offices = useCall('transfers.nodes', {});
  const [{ to, reason }, setFields] = useState<Fields>({ to: null, reason: null });
  const [wrong, setWrong] = useState<FieldErrors>({});
  const offer = useCommand('transfers.offer');

  async function act(): Promise<void> {
    setWrong({ ...(to === null && { to: 'field/required' }), ...(reason === null && { reason: 'field/required' }) });
    if (to === null || reason === null) return;
    const done = await offer.run({ disputeId: view.id, to, reason });
    if (done.ok) onClose();
  }

  return (
    <DialogForm
      title={t('transfers:offer.title')}
      onClose={onClose}
      act={t('transfers:offer.act')}
      onAct={offices.value?.length === 0 ? null : () => void act()}
      busy={offer.busy}
      error={offer.error}
      fieldErrors={wrong}
    >
      <QueryState
        of={offices}
        empty={(found) => found.length === 0}
        emptyContent={<Text>{t('transfers:offer.noOffice')}</Text>}
      >
        {(found) => (
          <>
            <Consequences />
            <ChoiceField
              label={t('transfers:offer.to')}
              name="to"
              choices={found.map(({ node, name, code, place }) => ({
                value: node,
                label: [name, place === null ? null : places.labelOf(place), isolateLtr(code)]
                  .filter(Boolean)
                  .join(' · '),
              }))}
              value={to}
              onChange={(chosen: string | null) => setFields((before) => ({ ...before, to: chosen }))}
              required
            />
            <ChoiceField
              label={t('common:label.reason')}
              name="reason"
              choices={offerChoices}
              value={reason}
              onChange={(chosen: TransferReason | null) => setFields((before) => ({ ...before, reason: chosen }))}
              required
            />
          </>
        )}
      </QueryState>
    </DialogForm>
  );
}

function Consequences() {
  const { t } = useTranslation();
  return (
    <Stack component="ul" gap={4} m={0} ps="lg">
      <li>{t('transfers:offer.readOnly')}</li>
      <li>{t('transfers:offer.goesAlong')}</li>
      <li>{t('transfers:offer.sealed')}</li>
      <li>{t('transfers:offer.after')}</li>
    </Stack>
  );
}
