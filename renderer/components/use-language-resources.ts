import { useEffect, useState } from 'react';
import { loadLanguage } from '#shared/locales/load-language.ts';
import type { LanguageResources } from '#shared/locales/namespaces.ts';
import type { Language } from '#shared/text/languages.ts';

type Loaded = { readonly language: Language; readonly resources: LanguageResources };

/** The words of the language; those of the one before until they are there. */
export function useLanguageResources(language: Language): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let current = true;
    void loadLanguage(language).then((resources) => current && setLoaded({ language, resources }));
    return () => {
      current = false;
    };
  }, [language]);
  return loaded;
}
