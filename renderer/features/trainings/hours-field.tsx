import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import type { FieldProps } from '#renderer/components/fields/field-context.tsx';
import { useHours } from './use-training-choices.ts';

const stepMinutes = 30;
const mostMinutes = 720;
const lengths = Array.from({ length: mostMinutes / stepMinutes }, (_, index) => (index + 1) * stepMinutes);

type Props = FieldProps & { value: number | null; onChange: (minutes: number | null) => void };

/** The length of a day in hours and halves; another length that came from elsewhere stays in the field. */
export function HoursField({ value, onChange, ...field }: Props) {
  const hours = useHours();
  const offered = value === null || lengths.includes(value) ? lengths : [...lengths, value].toSorted((a, b) => a - b);
  return (
    <ChoiceField
      {...field}
      choices={offered.map((minutes) => ({ value: String(minutes), label: hours(minutes) }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  );
}
