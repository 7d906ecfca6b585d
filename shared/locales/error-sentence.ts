import type { i18n } from 'i18next';
import { errorKey } from './i18n.ts';

/** Parameter that decides the plural form of a code's sentence. */
const COUNTED: Readonly<Record<string, string>> = { 'session/wait': 'seconds' };

/** The sentence of a refusal; a code this version does not know gets a sentence that shows the code. */
export function errorSentence(translator: i18n, error: { readonly code: string; readonly params: object }): string {
  const key = errorKey(error.code);
  const params: Record<string, unknown> = { ...error.params };
  const counted = COUNTED[error.code];
  if (counted !== undefined) params.count = params[counted];
  if (!translator.exists(key, params)) return translator.t('errors:unknown', { code: error.code });
  return translator.t(key, params);
}
