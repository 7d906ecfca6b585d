import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type AppError, FIELD_CODES } from '#shared/errors/codes.ts';
import { errorSentence } from '#shared/locales/error-sentence.ts';
import { errorKey } from '#shared/locales/i18n.ts';
import { noAnswerReference } from '#renderer/client/client.ts';

/** Turns a refusal into the sentence that people read. */
export function useErrorText(): (error: AppError) => string {
  const { t, i18n } = useTranslation();
  return (error) =>
    error.code === 'internal' && error.params.reference === noAnswerReference
      ? t('session:noAnswer')
      : errorSentence(i18n, error);
}

/** Sentence of a bare code, as in the report on a file; a code newer than this program is told as such. */
export function useCodeText(): (code: string) => string {
  const { i18n } = useTranslation();
  return (code) => errorSentence(i18n, { code, params: {} });
}

/** Sentence of a field's code; the general one for codes this screen does not know. */
export function fieldErrorText(t: TFunction, code: string): string {
  const known = (FIELD_CODES as readonly string[]).includes(code);
  return t(errorKey(known ? code : 'field/bad-value'));
}
