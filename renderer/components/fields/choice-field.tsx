import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/text/fold.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

export type Choice = { readonly value: string; readonly label: string };
type ChoiceGroup = { readonly group: string; readonly items: readonly Choice[] };

type Props<V extends string> = FieldProps & {
  choices: readonly (Choice | ChoiceGroup)[];
  value: V | null;
  onChange: (value: V | null) => void;
  clearable?: boolean;
};

/** One of a list, found by typing a part of it, or of what its group is called; أحمد is found by احمد. */
export function ChoiceField<V extends string>({ choices, value, onChange, clearable = false, ...field }: Props<V>) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const all = choices.flatMap((choice) => ('group' in choice ? choice.items : [choice]));
  return (
    <Select
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={error}
      data={[...choices.map(toData), ...currentIn(all, value)]}
      value={value}
      searchable={all.length > 6}
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

const toData = (choice: Choice | ChoiceGroup) =>
  'group' in choice ? { group: choice.group, items: [...choice.items] } : choice;

/** A value that is not offered (any more) stays in the field as it came. */
const currentIn = (all: readonly Choice[], value: string | null): readonly Choice[] =>
  value === null || all.some((choice) => choice.value === value) ? [] : [{ value, label: value }];

/** Every typed word must begin or lie inside the label, or inside that of the group. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(' ').filter(Boolean);
  const hasWords = (text: string): boolean => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
  return options
    .flatMap<(typeof options)[number]>((option) => {
      if (!('group' in option)) return hasWords(option.label) ? [option] : [];
      const items = option.items.filter((item) => hasWords(`${(item as ComboboxItem).label} ${option.group}`));
      return items.length === 0 ? [] : [{ ...option, items }];
    })
    .slice(0, limit);
};
