/** @file The translator of screens, papers and the command line, for one language and one choice of digits. */
import { createInstance, type i18n, type Resource } from 'i18next';
import type { Digits } from '#shared/text/digits.ts';
import type { Language } from '#shared/text/languages.ts';
import { FORMATTERS, isFormatterName } from './formatters.ts';
import { type LanguageResources, NAMESPACES } from './namespaces.ts';

export type I18nOptions = {
  /** The office's digits for numbers and dates in sentences; identifiers stay 0-9. */
  readonly digits: Digits;
  /**
   * Called with `<namespace>:<key>` or `<key> {{parameter}}` where a sentence or its value is missing; the key itself
   * is then shown. Development and tests throw (the default), an installed application writes it to its log.
   */
  readonly onMissing?: (what: string) => void;
};

/**
 * Builds a translator that is ready at once, from resources already loaded (`loadLanguage`). No language falls back
 * to another: half an English screen is worse than a key, and tests see to it that no key is missing. Changing the
 * language or the digits means building another one.
 */
export function createI18n(language: Language, resources: LanguageResources, options: I18nOptions): i18n {
  const onMissing = options.onMissing ?? throwMissing;
  const translator = createInstance();
  translator.use(formatterModule(language, options.digits));
  void translator.init({
    lng: language,
    resources: { [language]: resources } as Resource,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    appendNamespaceToMissingKey: true,
    // React escapes by itself, and terminals and papers want the text as it is.
    interpolation: { escapeValue: false, skipOnVariables: true },
    react: { useSuspense: false },
    parseMissingKeyHandler: (key) => {
      onMissing(key);
      return key;
    },
    missingInterpolationHandler: (sentence, match) => {
      onMissing(`${sentence} ${match[0]}`);
      return match[0];
    },
  });
  return translator;
}

/** Key of an error code's sentence: `errors:record.changed` for `record/changed`. */
export const errorKey = (code: string): string => `errors:${code.replace('/', '.')}`;

function throwMissing(what: string): never {
  throw new Error(`no translation: ${what}`);
}

/** Takes the place of i18next's own formatters, which ask `Intl` and so write English in Kurdish sentences. */
function formatterModule(language: Language, digits: Digits) {
  return {
    type: 'formatter' as const,
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, format: string | undefined): string => {
      if (value === undefined || format === undefined) return value as string;
      if (!isFormatterName(format)) throw new Error(`unknown formatter ${format}`);
      return FORMATTERS[format](value, language, digits);
    },
  };
}
