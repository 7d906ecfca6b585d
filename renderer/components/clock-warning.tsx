import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';

const dayMs = 86_400_000;
const yearDays = 365;

/** The date of this PC against that of the office above, until it fits or a person says that it is right. */
export function ClockWarning() {
  const { t } = useTranslation();
  const status = useCall('exchange.status', {});
  const confirm = useCommand('exchange.confirmClock');
  const { clockOffsetMs = null, clock } = status.value ?? {};
  const days = Math.floor(Math.abs(clockOffsetMs ?? 0) / dayMs);
  if (clockOffsetMs === null || clock === 'confirmed' || days < 1) return null;
  return (
    <Alert color="orange" icon={<IconClock aria-hidden />} title={t('exchange:clockWarning.title')}>
      <Stack gap="xs" align="flex-start">
        <Text>{sentence(clockOffsetMs > 0)}</Text>
        <Text>{t('exchange:clockWarning.safe')}</Text>
        <Button variant="default" loading={confirm.busy} onClick={() => void confirm.run({})}>
          {t('exchange:clockWarning.right')}
        </Button>
      </Stack>
    </Alert>
  );

  function sentence(ahead: boolean): string {
    const years = Math.round(days / yearDays);
    if (years >= 1) {
      return ahead
        ? t('exchange:clockWarning.aheadYears', { count: years })
        : t('exchange:clockWarning.behindYears', { count: years });
    }
    return ahead
      ? t('exchange:clockWarning.aheadDays', { count: days })
      : t('exchange:clockWarning.behindDays', { count: days });
  }
}
