import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/text/fold.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

export type Choice = { readonly value: string; readonly label: string };

type Props<V extends string> = FieldProps & {
  choices: readonly Choice[];
  value: V | null;
  onChange: (value: V | null) => void;
  clearable?: boolean;
};

/** One of a list, found by typing a part of it; أحمد is found by احمد. */
export function ChoiceField<V extends string>({ choices, value, onChange, clearable = false, ...field }: Props<V>) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  return (
    <Select
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={error}
      data={withCurrent(choices, value)}
      value={value}
      searchable={choices.length > 6}
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': t('fields:clear') }}
      nothingFoundMessage={t('fields:nothingFound')}
      placeholder={t('fields:choose')}
      filter={foldedFilter}
      limit={200}
      maxDropdownHeight={320}
      {...attributes}
      onChange={(chosen) => {
        edited();
        onChange(chosen as V | null);
      }}
    />
  );
}

/** A value that is not offered (any more) stays in the field as it came. */
const withCurrent = (choices: readonly Choice[], value: string | null): Choice[] =>
  value === null || choices.some((choice) => choice.value === value)
    ? [...choices]
    : [...choices, { value, label: value }];

/** Every typed word must begin or lie inside the label. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(' ').filter(Boolean);
  return options
    .filter((option) => {
      const label = fold((option as ComboboxItem).label);
      return words.every((word) => label.includes(word));
    })
    .slice(0, limit);
};
