import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/text/fold.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & { value: string | null; onChange: (value: string | null) => void };

/** A safety issue, listed under its group and found by the words of either. */
export function SafetyIssueField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const { error, edited, attributes } = useField(field);
  const groups = useCodeList('safety_issue_group').entries;
  const issues = useCodeList('safety_issue').entries;
  const data = groups
    .map((group) => ({
      group: group.labels[language],
      items: issues
        .filter(({ attributes: { group: of } }) => of === group.code)
        .map(({ code, labels }) => ({ value: code, label: labels[language] })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Select
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      error={error}
      data={data}
      value={value}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('fields:nothingFound')}
      placeholder={t('fields:choose')}
      filter={filterGroups}
      limit={200}
      maxDropdownHeight={320}
      {...attributes}
      onChange={(chosen) => {
        edited();
        onChange(chosen);
      }}
    />
  );
}

/** Every typed word must lie in the label or in that of the group. */
const filterGroups: OptionsFilter = ({ options, search }) => {
  const words = fold(search).split(' ').filter(Boolean);
  return options.flatMap<(typeof options)[number]>((option) => {
    if (!('group' in option)) return [option];
    const items = option.items.filter((item) => {
      const text = fold(`${(item as ComboboxItem).label} ${option.group}`);
      return words.every((word) => text.includes(word));
    });
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};
