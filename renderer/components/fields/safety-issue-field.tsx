import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & { value: string | null; onChange: (value: string | null) => void };

/** A safety issue, listed under its group and found by the words of either. */
export function SafetyIssueField(props: Props) {
  const { language } = useScreenLanguage();
  const groups = useCodeList('safety_issue_group').entries;
  const issues = useCodeList('safety_issue').entries;
  const choices = groups
    .map((group) => ({
      group: group.labels[language],
      items: issues
        .filter(({ attributes: { group: of } }) => of === group.code)
        .map(({ code, labels }) => ({ value: code, label: labels[language] })),
    }))
    .filter(({ items }) => items.length > 0);
  return <ChoiceField {...props} choices={choices} />;
}
