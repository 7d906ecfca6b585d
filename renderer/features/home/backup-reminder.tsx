import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';

/** A week: what an office writes in it can still be written again from paper. */
const dueAfterDays = 7;

/** When the last backup was made. Those who cannot make one are told only when one is due. */
export function BackupReminder() {
  const { t } = useTranslation();
  const may = useCan('backup');
  const { node } = useSession();
  const { value } = useCall('backup.status', {});
  // Before enrolment there is nothing to lose.
  if (!value || !node?.enrolled) return null;
  const due = value.daysSince === null || value.daysSince >= dueAfterDays;
  if (!may && !due) return null;
  return (
    <Alert color={due ? 'orange' : 'gray'} title={t('backup:last.title')}>
      <Group justify="space-between">
        <div>
          <Text>
            {value.daysSince === null ? t('backup:last.never') : t('backup:daysAgo', { count: value.daysSince })}
          </Text>
          {due && value.daysSince !== null && <Text>{t('backup:dayBefore')}</Text>}
          {!may && <Text>{t('backup:askAdministrator')}</Text>}
        </div>
        {may && (
          <Button component="a" href="#/backup" variant="default">
            {t('backup:act')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
