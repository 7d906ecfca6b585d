import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { DIGITS, type Digits } from '#shared/text/digits.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

/** Takes effect at once, direction included; there is nothing to save. */
export function LanguageSettings({ settings }: { settings: OutputOf<'settings.get'> }) {
  const { t } = useTranslation();
  const { choose } = useScreenLanguage();
  const set = useCommand('settings.setLanguage');

  async function change(language: Language, digits: Digits): Promise<void> {
    const done = await set.run({ language, digits });
    if (done.ok) choose(language);
  }

  return (
    <section className="panel" aria-label={t('session:settings.language')}>
      <Stack>
        <Radio.Group
          label={t('common:languages.label')}
          value={settings.language}
          onChange={(language) => void change(language as Language, settings.digits)}
        >
          <Stack gap="xs" mt="xs">
            {LANGUAGES.map((language) => (
              <Radio
                key={language}
                value={language}
                label={<span lang={language}>{t(`common:languages.${language}`)}</span>}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('common:digits.label')}
          description={t('session:settings.digitsHint')}
          value={settings.digits}
          onChange={(digits) => void change(settings.language, digits as Digits)}
        >
          <Stack gap="xs" mt="xs">
            {DIGITS.map((digits) => (
              <Radio key={digits} value={digits} label={t(`common:digits.${digits}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {set.error && <FailureNotice error={set.error} />}
      </Stack>
    </section>
  );
}
