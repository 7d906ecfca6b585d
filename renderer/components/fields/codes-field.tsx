import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { foldedFilter } from './choice-field.tsx';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  /** Key of a code list. */
  list: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** Codes that are not offered, such as one chosen elsewhere. */
  without?: readonly string[];
};

/** Several codes of one list. Backspace in the empty box takes the last one out. */
export function CodesField({ list, value, onChange, without = [], ...field }: Props) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const { error, edited, attributes } = useField(field);
  const { entries } = useCodeList(list);
  const offered = entries.filter(({ code }) => !without.includes(code));
  return (
    <MultiSelect
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      error={error}
      data={offered.map(({ code, labels }) => ({ value: code, label: labels[language] }))}
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
