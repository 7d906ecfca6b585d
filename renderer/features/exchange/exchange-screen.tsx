import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { ClockWarning } from '#renderer/components/clock-warning.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkNotices } from '#renderer/components/link-notices.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { ExchangeHistory } from './exchange-history.tsx';
import { ExchangeWarnings } from './exchange-warnings.tsx';
import { PeerList } from './peer-list.tsx';
import { SetAsidePanel } from './set-aside-panel.tsx';

/** What waits for whom, files out, files in, and all that has passed. */
export function ExchangeScreen() {
  const { t } = useTranslation();
  const mayRun = useCan('exchange.run');
  const status = useCall('exchange.status', {});
  return (
    <Stack gap="lg">
      <PageTitle title={t('common:nav.exchange')} />
      <LinkNotices />
      <ClockWarning />
      <QueryState
        of={status}
        empty={({ peers }) => peers.length === 0}
        emptyContent={<EmptyState title={t('exchange:noPeerTitle')} text={t('exchange:noPeerText')} />}
      >
        {(value) => (
          <>
            <Text>{t('exchange:explain')}</Text>
            <ExchangeWarnings status={value} />
            {value.clock !== 'checked' && value.clock !== 'confirmed' && (
              <Alert color="gray">{t('exchange:clock')}</Alert>
            )}
            <PeerList status={value} mayWrite={mayRun} />
          </>
        )}
      </QueryState>
      {mayRun && <TakeInDoor />}
      <SetAsidePanel />
      <ExchangeHistory peers={status.value?.peers ?? []} />
    </Stack>
  );
}

/** Leads to the wizard that takes files in. */
function TakeInDoor() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('exchange:takeIn.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('exchange:takeIn.title')}
      </Title>
      <Stack align="flex-start">
        <Text>{t('exchange:takeIn.text')}</Text>
        <Button component="a" href="#/exchange/take-in" leftSection={<IconFileImport size={20} aria-hidden />}>
          {t('exchange:takeIn.open')}
        </Button>
      </Stack>
    </section>
  );
}
