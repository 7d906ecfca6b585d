import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import type { AgendaForm } from './meeting-form-model.ts';

type Props = {
  name: string;
  agenda: readonly AgendaForm[];
  value: string | null;
  onChange: (value: string | null) => void;
};

/** The agenda item that something belongs to, or none. */
export function AgendaItemField({ name, agenda, value, onChange }: Props) {
  const { t } = useTranslation();
  const choices = agenda.map(({ id, title }, index) => ({
    value: id,
    label: title.trim() || t('meetings:agenda.row', { number: index + 1 }),
  }));
  const known = choices.some((choice) => choice.value === value) ? value : null;
  return (
    <ChoiceField
      label={t('meetings:agenda.item')}
      name={name}
      choices={choices}
      value={known}
      onChange={onChange}
      clearable
    />
  );
}
