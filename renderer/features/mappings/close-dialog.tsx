import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MappingView, mappingMethods } from '#shared/contract/mappings.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';

const Close = mappingMethods['mappings.close'].input.pick({ closedOn: true });

const noErrors: FieldErrors = {};

/** Asks for the day, and says what then leaves the office. */
export function CloseDialog({ view, onClose }: { view: MappingView; onClose: () => void }) {
  const { t } = useTranslation();
  const [closedOn, setClosedOn] = useState<string | null>(null);
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('mapping-close', view.id, closedOn, setClosedOn, t('mappings:close.title'));
  const close = useCommand('mappings.close');

  async function act(): Promise<void> {
    close.clear();
    const judged = checkFields(Close, { closedOn }, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    const closed = await close.run({ mappingId: view.id, heads: view.heads, ...judged.value });
    if (!closed.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('mappings:close.title')}
      onClose={onClose}
      act={t('mappings:close.act')}
      onAct={() => void act()}
      draft={draft}
      busy={close.busy}
      error={close.error}
      fieldErrors={wrong}
      errorAt={{ code: 'mapping/closed-before-held', name: 'closedOn' }}
    >
      <Text>{t('mappings:close.text', { count: view.below })}</Text>
      <DateField
        label={t('mappings:field.closedOn')}
        name="closedOn"
        value={closedOn}
        onChange={setClosedOn}
        required
      />
    </DialogForm>
  );
}
