import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { type ListEntry, useCodeList } from '#renderer/components/use-reference.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props<V extends string> = FieldProps & {
  /** Key of a code list, such as `meeting_type`. */
  list: string;
  value: V | null;
  onChange: (value: V | null) => void;
  clearable?: boolean;
  /** Offers a part of the list. */
  only?: (entry: ListEntry) => boolean;
};

/** A code of one of the shipped lists, chosen by its words in the language of the screen. */
export function CodeField<V extends string>({ list, only = () => true, ...field }: Props<V>) {
  const { language } = useScreenLanguage();
  const { entries } = useCodeList(list);
  const choices = entries.filter(only).map(({ code, labels }) => ({ value: code, label: labels[language] }));
  return <ChoiceField<V> {...field} choices={choices} />;
}
