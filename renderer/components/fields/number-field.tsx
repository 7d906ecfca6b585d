import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDigits } from '#shared/text/digits.ts';
import { parseCount } from '#shared/text/numbers.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  value: number | null;
  /** `NaN` while the text is no such number: the contract refuses it, so it cannot be saved as something else. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
};

/** A whole number, zero or more, typed in any of the three sets of digits. A refused text stays in the field. */
export function NumberField({ value, onChange, min = 0, max = 1_000_000, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const [text, setText] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = text !== null && sameNumber(readNumber(text, min, max), value) ? text : textOf(value);
  const isWrong = left && value !== null && Number.isNaN(value);

  return (
    <TextInput
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description}
      disabled={field.disabled ?? false}
      error={isWrong ? t('fields:number.wrong', { min, max }) : error}
      value={shown}
      dir="ltr"
      inputMode="numeric"
      maxLength={20}
      autoComplete="off"
      {...attributes}
      onChange={(event) => {
        const typed = foldDigits(event.currentTarget.value);
        setText(typed);
        setLeft(false);
        edited();
        onChange(readNumber(typed, min, max));
      }}
      onBlur={() => setLeft(true)}
    />
  );
}

function readNumber(text: string, min: number, max: number): number | null {
  if (text.trim() === '') return null;
  const parsed = parseCount(text);
  return parsed.ok && parsed.value >= min && parsed.value <= max ? parsed.value : Number.NaN;
}

const sameNumber = (a: number | null, b: number | null): boolean => Object.is(a, b);

const textOf = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : String(value));
