import type { Language } from '#shared/text/languages.ts';
import type { LanguageResources } from './namespaces.ts';

/** Brings in one language alone: in the built window each is a chunk of its own, fetched when it is first needed. */
export async function loadLanguage(language: Language): Promise<LanguageResources> {
  switch (language) {
    case 'ar-IQ':
      return (await import('./resources-ar-iq.ts')).resources;
    case 'ckb-IQ':
      return (await import('./resources-ckb-iq.ts')).resources;
    case 'en':
      return (await import('./resources-en.ts')).resources;
  }
}
