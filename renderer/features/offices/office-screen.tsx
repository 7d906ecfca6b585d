import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { ComputersTable } from './computers-table.tsx';
import { LostComputerButton } from './lost-computer-button.tsx';
import { MoveOfficeDialog } from './move-office-dialog.tsx';
import { type Computer, type KnownNode, useKnownNodes } from './use-nodes.ts';

/** One office as the directorate sees it: its computers, and where it stands. */
export function OfficeScreen({ node }: { node: string }) {
  const computers = useCall('devices.list', {});
  return <QueryState of={computers}>{(all) => <OfficePage node={node} computers={all} />}</QueryState>;
}

function OfficePage({ node, computers }: { node: string; computers: readonly Computer[] }) {
  const { t } = useTranslation();
  const office = useKnownNodes(computers).find((known) => known.node === node);
  const back = (
    <Button component="a" href="#/offices" variant="default">
      {t('devices:office.back')}
    </Button>
  );
  if (!office)
    return <EmptyState title={t('home:nothingHere.title')} text={t('devices:office.unknown')} action={back} />;
  const own = computers.filter((computer) => computer.node === node);
  return (
    <Stack gap="lg">
      <PageTitle title={<bdi>{office.name}</bdi>} documentTitle={t('common:label.office')}>
        {office.kind === 'office' && <MoveButton office={office} />}
        {back}
      </PageTitle>
      <section className="panel" aria-label={t('devices:title')}>
        <Title order={2} size="h3" mb="xs">
          {t('devices:title')}
        </Title>
        <Stack>
          <Text>{t('devices:explain')}</Text>
          {own.length === 0 ? <Text c="dimmed">{t('devices:none')}</Text> : <ComputersTable computers={own} />}
          {own.some(({ revoked }) => revoked) && <Text>{t('devices:explainSilent')}</Text>}
          <Group>
            <LostComputerButton />
          </Group>
        </Stack>
      </section>
    </Stack>
  );
}

function MoveButton({ office }: { office: KnownNode }) {
  const { t } = useTranslation();
  const [moves, setMoves] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconArrowsMove size={20} aria-hidden />} onClick={() => setMoves(true)}>
        {t('devices:office.move')}
      </Button>
      {moves && <MoveOfficeDialog office={office} onClose={() => setMoves(false)} />}
    </>
  );
}
