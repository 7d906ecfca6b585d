import { useTranslation } from 'react-i18next';
import { parseCount } from '#shared/text/numbers.ts';
import type { FieldProps } from './field-context.tsx';
import { TypedField } from './typed-field.tsx';

type Props = FieldProps & {
  value: number | null;
  /** `NaN` while the text is no such number: the contract refuses it, so it cannot be saved as something else. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
};

/** A whole number, zero or more. */
export function NumberField({ min = 0, max = 1_000_000, ...field }: Props) {
  const { t } = useTranslation();
  return (
    <TypedField<number | null>
      {...field}
      read={(typed) => readNumber(typed, min, max)}
      textOf={(value) => (isNumber(value) ? String(value) : '')}
      problemOf={(value) => (value === null || isNumber(value) ? null : t('fields:number.wrong', { min, max }))}
      inputMode="numeric"
      maxLength={20}
    />
  );
}

function readNumber(text: string, min: number, max: number): number | null {
  if (text.trim() === '') return null;
  const parsed = parseCount(text);
  return parsed.ok && parsed.value >= min && parsed.value <= max ? parsed.value : Number.NaN;
}

const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);
