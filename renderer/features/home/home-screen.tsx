import { Anchor, Stack, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { actionsFor } from './home-actions.ts';
import { BackupReminder } from './backup-reminder.tsx';
import { HomeLists } from './home-lists.tsx';
import { HomeNotices } from './home-notices.tsx';
import { RemindersPanel } from './reminders-panel.tsx';
import { today } from '#renderer/components/today.ts';

/** Three big actions of one's roles, what waits, what was begun, what was last. */
export function HomeScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const overview = useCall('home.overview', { today: today() });
  return (
    <Stack gap="lg">
      <PageTitle title={t('common:nav.home')}>
        <Text>{format.dateWithWeekday(today())}</Text>
      </PageTitle>
      <HomeNotices />
      <BackupReminder />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {actionsFor(session).map(({ to, label, icon: Icon }) => (
          <Link key={label} href={to} className="big-action">
            <Icon size={36} aria-hidden />
            <Text component="span" fw={600} size="lg">
              {t(label)}
            </Text>
          </Link>
        ))}
      </SimpleGrid>
      {overview.value && <RemindersPanel reminders={overview.value.reminders} />}
      <HomeLists overview={overview} />
      <Help />
    </Stack>
  );
}

/** For everybody: whoever notices that a computer is gone must know at once what to do. */
function Help() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('common:nav.help')}>
      <Title order={2} size="h4" mb="xs">
        {t('common:nav.help')}
      </Title>
      <Anchor href="#/help/lost-computer">{t('devices:help.open')}</Anchor>
    </section>
  );
}
