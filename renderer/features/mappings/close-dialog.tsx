import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MappingView, mappingMethods } from '#shared/contract/mappings.ts';
import { closingFault } from '#shared/domain/mapping-faults.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';

const Close = mappingMethods['mappings.close'].input.pick({ closedOn: true });

const noErrors: FieldErrors = {};

/** Asks for the day, and says what then leaves the office. */
export function CloseDialog({ view, onClose }: { view: MappingView; onClose: () => void }) {
  const { t } = useTranslation();
  const [closedOn, setClosedOn] = useState<string | null>(null);
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const [isEarly, setEarly] = useState(false);
  const close = useCommand('mappings.close');

  async function act(): Promise<void> {
    const judged = checkFields(Close, { closedOn }, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return;
    // Who came is known to core alone; the day is told at its field.
    const fault = closingFault({ date: view.date, participants: 1 }, judged.value.closedOn);
    setEarly(fault !== null);
    if (fault !== null) return;
    const closed = await close.run({ mappingId: view.id, heads: view.heads, ...judged.value });
    if (closed.ok) onClose();
  }

  return (
    <DialogForm
      title={t('mappings:close.title')}
      onClose={onClose}
      act={t('mappings:close.act')}
      onAct={() => void act()}
      busy={close.busy}
      error={close.error}
      fieldErrors={wrong}
    >
      <Text>{t('mappings:close.text', { count: view.below })}</Text>
      <DateField
        label={t('mappings:field.closedOn')}
        name="closedOn"
        value={closedOn}
        onChange={(day) => {
          setEarly(false);
          setClosedOn(day);
        }}
        error={isEarly ? t('errors:mapping.closed-before-held') : undefined}
        required
      />
    </DialogForm>
  );
}
