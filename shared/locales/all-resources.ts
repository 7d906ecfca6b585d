/** @file Every language at once, for hosts without a window and for tests; the window uses `loadLanguage`. */
import type { Language } from '#shared/text/languages.ts';
import type { LanguageResources } from './namespaces.ts';
import { resources as arabic } from './resources-ar-iq.ts';
import { resources as kurdish } from './resources-ckb-iq.ts';
import { resources as english } from './resources-en.ts';

export const ALL_RESOURCES: Readonly<Record<Language, LanguageResources>> = {
  'ar-IQ': arabic,
  'ckb-IQ': kurdish,
  en: english,
};
