import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import { LanguageSwitch } from './language-switch.tsx';

/** The screens before the session: name of the program, choice of language, one thing to do. */
export function Door({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="door">
      <header className="door-head">
        <div>
          <Text fw={700} size="xl" component="span" display="block">
            {t('common:app.name')}
          </Text>
          <Text component="span">{t('common:app.tagline')}</Text>
        </div>
        <LanguageSwitch />
      </header>
      <main className="door-body">{narrow ? <div className="door-narrow">{children}</div> : children}</main>
    </div>
  );
}
