import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPosition, isInIraq, parsePosition, type Position } from '#shared/domain/position.ts';
import { foldDigits } from '#shared/text/digits.ts';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

/** What is typed: a position, or the text while it is none, which the contract refuses. */
export type TypedPosition = Position | string | null;

type Props = FieldProps & { value: TypedPosition; onChange: (value: TypedPosition) => void };

/** Latitude and longitude in one line, as telephones and maps write them; in any digits. */
export function PositionField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const [text, setText] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = text !== null && sameAs(read(text), value) ? text : textOf(value);
  const problem = left ? problemOf(value) : null;
  return (
    <TextInput
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description ?? t('fields:position.hint')}
      disabled={field.disabled ?? false}
      error={problem === null ? error : fieldErrorText(t, problem)}
      value={shown}
      dir="ltr"
      maxLength={60}
      autoComplete="off"
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

const read = (typed: string): TypedPosition => (typed.trim() === '' ? null : (parsePosition(typed) ?? typed));

const textOf = (value: TypedPosition): string =>
  value === null ? '' : typeof value === 'string' ? value : formatPosition(value);

function sameAs(a: TypedPosition, b: TypedPosition): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.lat === b.lat && a.lon === b.lon;
}

function problemOf(value: TypedPosition): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return 'field/bad-position';
  return isInIraq(value) ? null : 'field/outside-iraq';
}
