/** @file How a form tells its fields what is wrong with them, and how a field is found again from the summary. */
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';

export type FieldContextValue = {
  /** Codes by path of the input. */
  readonly errors: Readonly<Record<string, string>>;
  /** Words of a code that is no field's own: a refusal that is about this field. */
  readonly wordsOf?: (code: string) => string | undefined;
  /** The field is being corrected: its error goes. */
  readonly onEdit: (name: string) => void;
};

const FieldContext = createContext<FieldContextValue>({ errors: {}, onEdit: () => undefined });

export const FieldContextProvider = FieldContext.Provider;

/** What every field component takes. `name` is the field's path in the method's input, such as `fields.name`. */
export type FieldProps = {
  readonly label: string;
  readonly name?: string;
  /** Words, when the form itself knows what is wrong; else the form's error for `name` is shown. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly description?: string | undefined;
  readonly disabled?: boolean;
};

export function useField({ name, error, required }: FieldProps): {
  error: string | undefined;
  edited: () => void;
  attributes: Record<string, string | boolean>;
} {
  const { t } = useTranslation();
  const { errors, wordsOf, onEdit } = useContext(FieldContext);
  const code = name === undefined ? undefined : errors[name];
  return {
    error: error ?? (code === undefined ? undefined : (wordsOf?.(code) ?? fieldErrorText(t, code))),
    edited: () => name !== undefined && onEdit(name),
    attributes: {
      ...(name === undefined ? {} : { 'data-field': name }),
      ...(required ? { 'aria-required': true } : {}),
    },
  };
}

/** Label with the word "required" rather than a star alone. */
export function FieldLabel({ label, required = false }: { label: string; required?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {required && <span className="required-mark"> {t('fields:requiredMark')}</span>}
    </>
  );
}
