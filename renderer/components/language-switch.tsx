import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#shared/text/languages.ts';
import { useScreenLanguage } from './language-context.tsx';

/** The languages by their own names, for the door: there nobody is signed in whose choice could be kept. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, choose } = useScreenLanguage();
  return (
    <Group gap="xs" role="group" aria-label={t('common:languages.label')}>
      {LANGUAGES.map((offered) => (
        <Button
          key={offered}
          lang={offered}
          variant={offered === language ? 'white' : 'transparent'}
          c={offered === language ? 'river.8' : 'white'}
          aria-pressed={offered === language}
          onClick={() => choose(offered)}
        >
          {t(`common:languages.${offered}`)}
        </Button>
      ))}
    </Group>
  );
}
