import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { foldedFilter } from './choice-field.tsx';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';
import { usePartnerChoices } from './partner-field.tsx';

type Props = FieldProps & {
  /** Ids of partners' records. */
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Several partners or donors. Backspace in the empty box takes the last one out. */
export function PartnersField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const choices = usePartnerChoices(value);
  return (
    <MultiSelect
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      error={error}
      data={[...choices]}
      value={[...value]}
      searchable
      filter={foldedFilter}
      nothingFoundMessage={t('fields:nothingFound')}
      placeholder={value.length === 0 ? t('fields:choose') : ''}
      maxDropdownHeight={320}
      {...attributes}
      onChange={(chosen) => {
        edited();
        onChange(chosen);
      }}
    />
  );
}
