import { useTranslation } from 'react-i18next';
import { parseTime } from '#shared/text/times.ts';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import type { FieldProps } from './field-context.tsx';
import { TypedField } from './typed-field.tsx';

type Props = FieldProps & {
  /** `HH:MM`, or the text as typed while it is no time: it stays in the field and the contract refuses it. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A time of the day, 24 hours. */
export function TimeField(props: Props) {
  const { t } = useTranslation();
  return (
    <TypedField
      {...props}
      description={props.description ?? t('fields:time.hint')}
      read={readTime}
      textOf={(value) => value ?? ''}
      problemOf={(value) => (value === null || parseTime(value).ok ? null : fieldErrorText(t, 'field/bad-time'))}
      tidies
      inputMode="numeric"
      maxLength={20}
    />
  );
}

/** What is no time stays as it was typed. */
function readTime(text: string): string | null {
  if (text.trim() === '') return null;
  const parsed = parseTime(text);
  return parsed.ok ? parsed.value : text;
}
