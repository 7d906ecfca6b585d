import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDigits } from '#shared/text/digits.ts';
import { parseTime } from '#shared/text/times.ts';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  /** `HH:MM`, or the text as typed while it is no time: it stays in the field and the contract refuses it. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A time of the day, 24 hours, typed in any digits. */
export function TimeField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const [text, setText] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = text !== null && !left && readTime(text) === value ? text : (value ?? '');
  const isWrong = left && value !== null && !parseTime(value).ok;
  return (
    <TextInput
      label={<FieldLabel label={field.label} required={field.required ?? false} />}
      description={field.description ?? t('fields:time.hint')}
      disabled={field.disabled ?? false}
      error={isWrong ? fieldErrorText(t, 'field/bad-time') : error}
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
        onChange(readTime(typed));
      }}
      onBlur={() => setLeft(true)}
    />
  );
}

/** What is no time stays as it was typed. */
function readTime(text: string): string | null {
  if (text.trim() === '') return null;
  const parsed = parseTime(text);
  return parsed.ok ? parsed.value : text;
}
