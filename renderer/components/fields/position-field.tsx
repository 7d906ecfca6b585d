import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPosition, isInIraq, parsePosition, type Position } from '#shared/domain/position.ts';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import type { FieldProps } from './field-context.tsx';
import { TypedField } from './typed-field.tsx';

/** What is typed: a position, or the text while it is none, which the contract refuses. */
export type TypedPosition = Position | string | null;

type Props = FieldProps & { value: TypedPosition; onChange: (value: TypedPosition) => void };

/** Latitude and longitude in one line, as telephones and maps write them. */
export function PositionField(props: Props) {
  const { t } = useTranslation();
  return (
    <TypedField
      {...props}
      description={props.description ?? t('fields:position.hint')}
      read={read}
      textOf={textOf}
      problemOf={(value) => problemOf(t, value)}
      isSame={isSame}
      maxLength={60}
    />
  );
}

const read = (typed: string): TypedPosition => (typed.trim() === '' ? null : (parsePosition(typed) ?? typed));

const textOf = (value: TypedPosition): string =>
  value === null ? '' : typeof value === 'string' ? value : formatPosition(value);

function isSame(a: TypedPosition, b: TypedPosition): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.lat === b.lat && a.lon === b.lon;
}

function problemOf(t: TFunction, value: TypedPosition): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return fieldErrorText(t, 'field/bad-position');
  return isInIraq(value) ? null : fieldErrorText(t, 'field/outside-iraq');
}
