import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { IdleSettings } from './idle-settings.tsx';
import { LanguageSettings } from './language-settings.tsx';
import { PassphraseSettings } from './passphrase-settings.tsx';

export function SettingsScreen() {
  const { t } = useTranslation();
  const mayManage = useCan('settings.manage');
  const settings = useCall('settings.get', {});
  return (
    <Stack gap="lg">
      <PageTitle title={t('common:nav.settings')} />
      <QueryState of={settings}>
        {(value) => (
          <>
            <LanguageSettings settings={value} />
            {mayManage && <IdleSettings key={value.idleMinutes} idleMinutes={value.idleMinutes} />}
          </>
        )}
      </QueryState>
      <PassphraseSettings />
      <RulesLink />
    </Stack>
  );
}

/** Rule values hold for all offices, so they stand apart from what is set on this computer. */
function RulesLink() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('reference:rules.title')}>
      <Title order={2} size="h3" mb="xs">
        <Anchor href="#/reference/rules" inherit>
          {t('reference:rules.title')}
        </Anchor>
      </Title>
      <Text>{t('reference:rules.text')}</Text>
    </section>
  );
}
