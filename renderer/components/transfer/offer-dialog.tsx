import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Transferable, TransferReason } from '#shared/domain/transfer.ts';
import { isolateLtr } from '#shared/text/bidi.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';
import { useHandOverWords } from './use-hand-over-words.ts';

type Prepared = OutputOf<'transfers.prepare'>;
type Fields = { readonly to: string | null; readonly reason: TransferReason | null };
type Props = { recordId: string; type: Transferable; onClose: () => void };

/** Offers the record to another office, after saying what will happen to it and what goes along. */
export function OfferDialog({ recordId, type, onClose }: Props) {
  const { t } = useTranslation();
  const words = useHandOverWords(type);
  const { offerChoices } = useTransferWords();
  const officeLabel = useOfficeLabel();
  const prepared = useCall('transfers.prepare', { recordId });
  const [fields, setFields] = useState<Fields>({ to: null, reason: null });
  const { to, reason } = fields;
  const draft = useDraft('transfer', recordId, fields, setFields, t('transfers:offer.title'));
  const [wrong, setWrong] = useState<FieldErrors>({});
  const offer = useCommand('transfers.offer');
  const stands = prepared.value && (prepared.value.nodes.length === 0 || prepared.value.conflicts > 0);

  async function act(): Promise<void> {
    setWrong({ ...(to === null && { to: 'field/required' }), ...(reason === null && { reason: 'field/required' }) });
    if (to === null || reason === null) return;
    const done = await offer.run({ recordId, to, reason });
    if (!done.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('transfers:offer.title')}
      onClose={onClose}
      act={words.offer}
      onAct={stands ? null : () => void act()}
      draft={draft}
      busy={offer.busy}
      error={offer.error}
      fieldErrors={wrong}
    >
      <QueryState of={prepared} empty={({ nodes }) => nodes.length === 0} emptyContent={<Text>{words.noOffice}</Text>}>
        {(found) =>
          found.conflicts > 0 ? (
            <OpenConflicts count={found.conflicts} />
          ) : (
            <>
              <Consequences sentences={words.consequences} />
              <Along rows={found.along} />
              <ChoiceField
                label={words.to}
                name="to"
                choices={found.nodes.map((node) => ({ value: node.node, label: officeLabel(node) }))}
                value={to}
                onChange={(chosen: string | null) => setFields((before) => ({ ...before, to: chosen }))}
                required
              />
              <ChoiceField
                label={t('common:label.reason')}
                name="reason"
                choices={offerChoices(type)}
                value={reason}
                onChange={(chosen: TransferReason | null) => setFields((before) => ({ ...before, reason: chosen }))}
                required
              />
            </>
          )
        }
      </QueryState>
    </DialogForm>
  );
}

/** Name, place and code of an office, as far as they are known. */
function useOfficeLabel(): (office: Prepared['nodes'][number]) => string {
  const places = usePlaces();
  return ({ name, code, place }) =>
    [name, place === null ? null : places.labelOf(place), isolateLtr(code)].filter(Boolean).join(' · ');
}

function OpenConflicts({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange">
      <Text>{t('transfers:forum.conflicts', { count })}</Text>
      <Anchor href="#/conflicts">{t('common:nav.conflicts')}</Anchor>
    </Alert>
  );
}

function Consequences({ sentences }: { sentences: readonly string[] }) {
  return (
    <Stack component="ul" gap={4} m={0} ps="lg">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Stack>
  );
}

/** How many records of each type go with a forum. */
function Along({ rows }: { rows: Prepared['along'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const typeWord = useRecordTypeWord();
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('transfers:forum.along')}>
      <Text fw={600}>{t('transfers:forum.along')}</Text>
      <Stack component="ul" gap={4} m={0} ps="lg">
        {rows.map(({ at, count }) => (
          <li key={at}>
            {typeWord(at)} <b>{format.number(count)}</b>
          </li>
        ))}
      </Stack>
    </section>
  );
}
