import { Alert, Button, List, Stack, Text, Title } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { BackupDialog } from './backup-dialog.tsx';

/** When the last backup was made, what it holds, and the way to a new one. */
export function BackupScreen() {
  const { t } = useTranslation();
  const may = useCan('backup');
  const status = useCall('backup.status', {});
  const [writing, setWriting] = useState(false);
  return (
    <Stack gap="lg">
      <PageTitle title={t('backup:title')} />
      <section className="panel" aria-label={t('backup:last.title')}>
        <Title order={2} size="h4" mb="sm">
          {t('backup:last.title')}
        </Title>
        <QueryState of={status}>
          {({ lastAt, daysSince }) => (
            <Stack gap="sm" align="flex-start">
              {lastAt === null ? (
                <Text>{t('backup:last.never')}</Text>
              ) : (
                <Text>
                  {t('backup:daysAgo', { count: daysSince ?? 0 })} <MomentText value={lastAt} />
                </Text>
              )}
              {may ? (
                <Button leftSection={<IconDeviceFloppy size={20} aria-hidden />} onClick={() => setWriting(true)}>
                  {t('backup:act')}
                </Button>
              ) : (
                <Text>{t('backup:askAdministrator')}</Text>
              )}
            </Stack>
          )}
        </QueryState>
      </section>
      <section className="panel" aria-label={t('backup:what.title')}>
        <Title order={2} size="h4" mb="sm">
          {t('backup:what.title')}
        </Title>
        <List spacing="sm">
          <List.Item>{t('backup:what.all')}</List.Item>
          <List.Item>{t('backup:what.open')}</List.Item>
        </List>
        <Alert color="orange" mt="md">
          {t('backup:what.lock')}
        </Alert>
      </section>
      {writing && <BackupDialog onClose={() => setWriting(false)} />}
    </Stack>
  );
}
