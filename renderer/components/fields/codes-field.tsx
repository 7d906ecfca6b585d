import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { ChoicesField } from './choices-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  /** Key of a code list. */
  list: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** Codes that are not offered, such as one chosen elsewhere. */
  without?: readonly string[];
};

/** Several codes of one list. */
export function CodesField({ list, without = [], ...field }: Props) {
  const { language } = useScreenLanguage();
  const { entries } = useCodeList(list);
  const offered = entries.filter(({ code }) => !without.includes(code));
  return (
    <ChoicesField {...field} choices={offered.map(({ code, labels }) => ({ value: code, label: labels[language] }))} />
  );
}
