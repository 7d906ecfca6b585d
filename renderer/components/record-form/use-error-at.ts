import type { AppError } from '#shared/errors/codes.ts';
import { useErrorText } from '#renderer/components/use-error-text.ts';

/** Parts a command's refusal: with this code it stands in words at the field it is about, any other above the form. */
export function useErrorAt(
  error: AppError | null,
  code: AppError['code'],
): { readonly atField: string | undefined; readonly above: AppError | null } {
  const errorText = useErrorText();
  return error?.code === code ? { atField: errorText(error), above: null } : { atField: undefined, above: error };
}
