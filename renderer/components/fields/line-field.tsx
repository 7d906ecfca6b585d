import { TextInput } from '@mantine/core';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** For phones, codes and login names: left to right. */
  ltr?: boolean;
  maxLength?: number;
  autoFocus?: boolean;
};

/** One line of free text. */
export function LineField({ value, onChange, ltr = false, maxLength = 300, autoFocus = false, ...field }: Props) {
  const { error, edited, attributes } = useField(field);
  return (
    <TextInput
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={error}
      value={value}
      maxLength={maxLength}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      {...(ltr ? { dir: 'ltr' } : {})}
      {...attributes}
      onChange={(event) => {
        edited();
        onChange(event.currentTarget.value);
      }}
    />
  );
}
