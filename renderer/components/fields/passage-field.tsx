import { Textarea } from '@mantine/core';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & { value: string; onChange: (value: string) => void; minRows?: number; maxLength?: number };

/** Several sentences of free text. */
export function PassageField({ value, onChange, minRows = 3, maxLength = 20_000, ...field }: Props) {
  const { error, edited, attributes } = useField(field);
  return (
    <Textarea
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={error}
      value={value}
      rows={minRows}
      maxLength={maxLength}
      {...attributes}
      onChange={(event) => {
        edited();
        onChange(event.currentTarget.value);
      }}
    />
  );
}
