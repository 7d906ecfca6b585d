import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import type { Peer } from './peer.ts';
import { WriteDialog } from './write-dialog.tsx';

/** One neighbour: what waits, what was sent, and what it has confirmed. Sent is never shown as arrived. */
export function PeerCard({ peer, mayWrite }: { peer: Peer; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [writes, setWrites] = useState(false);
  const facts = [
    { label: t('exchange:peer.waiting'), value: t('common:count.changes', { count: peer.waiting }) },
    { label: t('exchange:peer.unsent'), value: t('common:count.changes', { count: peer.unsent }) },
    {
      label: t('exchange:peer.lastBundle'),
      value: peer.lastBundle ? (
        <>
          <MomentText value={peer.lastBundle.at} /> · <Identifier>{peer.lastBundle.file}</Identifier>
        </>
      ) : (
        t('exchange:peer.never')
      ),
    },
    {
      label: t('exchange:peer.confirmed'),
      value: peer.lastConfirmedAt ? <MomentText value={peer.lastConfirmedAt} /> : t('exchange:peer.notYet'),
    },
    { label: t('exchange:peer.acked'), value: t('common:count.changes', { count: peer.acked }) },
    {
      label: t('exchange:peer.received'),
      value: peer.lastReceived ? <MomentText value={peer.lastReceived.at} /> : t('exchange:peer.never'),
    },
  ];
  return (
    <section className="panel" aria-label={t('exchange:peer.card', { name: peer.name })}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">
          <bdi>{peer.name}</bdi>
        </Title>
        {mayWrite && (
          <Button leftSection={<IconFileExport size={20} aria-hidden />} onClick={() => setWrites(true)}>
            {t('exchange:write.open')}
          </Button>
        )}
      </Group>
      <Stack gap="sm">
        <Facts facts={facts} />
        {peer.missing !== null && (
          <Alert color="orange">{t('exchange:peer.missing', { number: format.number(peer.missing) })}</Alert>
        )}
        {peer.waiting > 0 && peer.unsent === 0 && <Alert color="gray">{t('exchange:peer.onTheWay')}</Alert>}
      </Stack>
      {writes && <WriteDialog peer={peer} onClose={() => setWrites(false)} />}
    </section>
  );
}
