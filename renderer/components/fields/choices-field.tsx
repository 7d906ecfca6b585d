import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Choice, foldedFilter } from './choice-field.tsx';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Several of a list, each found by typing a part of it. Backspace in the empty box takes the last one out. */
export function ChoicesField({ choices, value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  return (
    <MultiSelect
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
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
