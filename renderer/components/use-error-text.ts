import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type AppError, type ErrorCode, FIELD_CODES } from '#shared/errors/codes.ts';
import { errorKey } from '#shared/locales/i18n.ts';
import { noAnswerReference } from '#renderer/client/client.ts';

/** Turns a refusal into the sentence that people read. */
export function useErrorText(): (error: AppError) => string {
  const { t } = useTranslation();
  return (error) => errorText(t, error);
}

export function errorText(t: TFunction, error: AppError): string {
  if (error.code === 'internal' && error.params.reference === noAnswerReference) return t('errors:no-answer');
  return t(errorKey(error.code), sentenceParams(error));
}

/** Sentence of a bare code, as in the report on a file; a code newer than this program is told as such. */
export function codeText(t: TFunction, code: string): string {
  return t([errorKey(code), 'errors:unknown'], { code });
}

/** Sentence of a field's code; the general one for codes this screen does not know. */
export function fieldErrorText(t: TFunction, code: string): string {
  const known = (FIELD_CODES as readonly string[]).includes(code);
  return t(errorKey(known ? code : 'field/bad-value'));
}

/** Parameters as the sentences name them: counts are called `count`, so that plural forms apply. */
function sentenceParams(error: AppError<ErrorCode>): Record<string, unknown> {
  switch (error.code) {
    case 'session/wait':
      return { count: error.params.seconds };
    case 'call/bad-input':
      return { count: error.params.fields.length };
    default:
      return { ...error.params };
  }
}
