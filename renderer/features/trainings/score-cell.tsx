import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { foldDigits } from '#shared/text/digits.ts';
import { parseCount } from '#shared/text/numbers.ts';
import { useField } from '#renderer/components/fields/field-context.tsx';

type Props = {
  /** Said to those who do not see the table. */
  label: string;
  name: string;
  value: number | null;
  /** `NaN` while the text is no score: the contract refuses it. */
  onChange: (value: number | null) => void;
};

const most = 100;

/** A score out of a hundred in a cell of a table: the column is its label. */
export function ScoreCell({ label, name, value, onChange }: Props) {
  const { error, edited, attributes } = useField({ label, name });
  const [text, setText] = useState<string | null>(null);
  const stored = value === null || Number.isNaN(value) ? '' : String(value);
  return (
    <TextInput
      aria-label={label}
      error={error}
      value={text !== null && Object.is(readScore(text), value) ? text : stored}
      dir="ltr"
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      w={84}
      {...attributes}
      onChange={(event) => {
        const typed = foldDigits(event.currentTarget.value);
        setText(typed);
        edited();
        onChange(readScore(typed));
      }}
    />
  );
}

function readScore(text: string): number | null {
  if (text.trim() === '') return null;
  const parsed = parseCount(text);
  return parsed.ok && parsed.value <= most ? parsed.value : Number.NaN;
}
