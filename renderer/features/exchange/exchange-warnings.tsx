import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '#renderer/client/session-context.tsx';
import type { Status } from './peer.ts';

/** What came and could not be used as it is, or is not whole yet. Nothing of it is lost. */
export function ExchangeWarnings({ status }: { status: Status }) {
  const { t } = useTranslation();
  const mayResolve = useCan('record.resolve');
  const { stubs, withheld } = status.incomplete;
  return (
    <Stack gap="sm">
      {status.conflicts > 0 && (
        <Alert color="orange">
          <Text>{t('exchange:warning.conflicts', { count: status.conflicts })}</Text>
          {mayResolve && <Anchor href="#/conflicts">{t('exchange:warning.openConflicts')}</Anchor>}
        </Alert>
      )}
      {status.quarantined > 0 && (
        <Alert color="orange">{t('exchange:warning.quarantined', { count: status.quarantined })}</Alert>
      )}
      {status.held > 0 && <Alert color="gray">{t('exchange:warning.held', { count: status.held })}</Alert>}
      {stubs > 0 && <Alert color="gray">{t('exchange:incomplete.stubs', { count: stubs })}</Alert>}
      {withheld > 0 && <Alert color="gray">{t('exchange:incomplete.withheld', { count: withheld })}</Alert>}
    </Stack>
  );
}
