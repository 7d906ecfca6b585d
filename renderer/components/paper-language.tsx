/** @file The language of a paper, which may be another than that of the screen around it. */
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '#shared/locales/i18n.ts';
import { directionOf, type Language } from '#shared/text/languages.ts';
import { ScreenLanguageProvider, useScreenLanguage } from './language-context.tsx';
import { useLanguageResources } from './use-language-resources.ts';

/** An article that is printed alone, on A4, in one language and direction. */
export function Paper({ language, children }: { language: Language; children: ReactNode }) {
  const screen = useScreenLanguage();
  const loaded = useLanguageResources(language);
  const i18n = useMemo(
    () => loaded && createI18n(loaded.language, loaded.resources, { digits: screen.digits }),
    [loaded, screen.digits],
  );
  const paper = useMemo(
    () => loaded && { language: loaded.language, digits: screen.digits, choose: screen.choose },
    [loaded, screen.digits, screen.choose],
  );
  if (!i18n || !paper) return null;
  return (
    <I18nextProvider i18n={i18n}>
      <ScreenLanguageProvider value={paper}>
        <article className="paper" lang={paper.language} dir={directionOf(paper.language)}>
          {children}
        </article>
      </ScreenLanguageProvider>
    </I18nextProvider>
  );
}
