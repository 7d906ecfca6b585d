/** @file Language, direction and theme around everything; all three change without a restart. */
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '#shared/locales/i18n.ts';
import type { Digits } from '#shared/text/digits.ts';
import { type Direction, directionOf, type Language } from '#shared/text/languages.ts';
import { ScreenLanguageProvider } from '#renderer/components/language-context.tsx';
import { useLanguageResources } from '#renderer/components/use-language-resources.ts';
import { cssVariables, theme } from '#renderer/theme/theme.ts';

type Props = { language: Language; digits: Digits; nonce: string; children: ReactNode };

export function LanguageRoot({ language: ofSession, digits, nonce, children }: Props) {
  const [chosen, setChosen] = useState<{ language: Language; insteadOf: Language } | null>(null);
  // A choice at the door holds until the language of the home itself changes.
  const language = chosen?.insteadOf === ofSession ? chosen.language : ofSession;
  const loaded = useLanguageResources(language);
  const i18n = useMemo(
    () => loaded && createI18n(loaded.language, loaded.resources, { digits, onMissing }),
    [loaded, digits],
  );
  const screen = useMemo(
    () =>
      loaded && {
        language: loaded.language,
        digits,
        choose: (next: Language) => setChosen({ language: next, insteadOf: ofSession }),
      },
    [loaded, digits, ofSession],
  );
  if (!i18n || !screen) return null;
  const direction = directionOf(screen.language);
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme="light"
        getStyleNonce={() => nonce}
      >
        <I18nextProvider i18n={i18n}>
          <ScreenLanguageProvider value={screen}>
            <DocumentLanguage language={screen.language} direction={direction} />
            {children}
          </ScreenLanguageProvider>
        </I18nextProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

function DocumentLanguage({ language, direction }: { language: Language; direction: Direction }) {
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(direction);
  }, [language, direction, setDirection]);
  return null;
}

/** In development a missing sentence is an error at once; built, the tests have seen to it that none is missing. */
function onMissing(what: string): void {
  if (import.meta.env.DEV) throw new Error(`no translation: ${what}`);
}
