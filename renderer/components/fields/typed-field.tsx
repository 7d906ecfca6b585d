import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { foldDigits } from '#shared/text/digits.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props<V> = FieldProps & {
  value: V;
  onChange: (value: V) => void;
  /** What a text says. What says nothing of the kind must become a value that the contract refuses. */
  read: (typed: string) => V;
  textOf: (value: V) => string;
  /** In words; asked once the field was left. */
  problemOf: (value: V) => string | null;
  isSame?: (a: V, b: V) => boolean;
  /** Shows the value in its own form once the field was left. */
  tidies?: boolean;
  inputMode?: 'numeric';
  maxLength: number;
  rightSection?: ReactNode;
};

/** A value that is typed in any digits and read at every key. A refused text stays in the field. */
export function TypedField<V>(props: Props<V>) {
  const { value, onChange, read, textOf, problemOf, isSame = Object.is, tidies = false, ...field } = props;
  const { error, edited, attributes } = useField(field);
  const [text, setText] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = text !== null && !(tidies && left) && isSame(read(text), value) ? text : textOf(value);
  const problem = left ? problemOf(value) : null;
  return (
    <TextInput
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={problem ?? error}
      value={shown}
      dir="ltr"
      {...(field.inputMode === undefined ? {} : { inputMode: field.inputMode })}
      maxLength={field.maxLength}
      autoComplete="off"
      rightSection={field.rightSection}
      {...attributes}
      onChange={(event) => {
        const typed = foldDigits(event.currentTarget.value);
        setText(typed);
        setLeft(false);
        edited();
        onChange(read(typed));
      }}
      onBlur={() => setLeft(true)}
    />
  );
}
