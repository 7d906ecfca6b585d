import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import type { Peer, Status } from './peer.ts';
import { PeerStateMark } from './peer-state.tsx';

/** One neighbour: what waits, what was sent, and what it has confirmed. Sent is never shown as arrived. */
export function PeerCard({ peer, status, mayWrite }: { peer: Peer; status: Status; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const codeText = useCodeText();
  const { waiting: files, bytes } = peer.attachments;
  const relations = {
    above: t('exchange:peer.relation.above'),
    below: t('exchange:peer.relation.below'),
    beside: t('exchange:peer.relation.beside'),
  };
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
    ...(files > 0
      ? [{ label: t('exchange:peer.attachments'), value: t('exchange:peer.files', { count: files, bytes }) }]
      : []),
    // A department answers for itself; what the directorate holds it passes on.
    ...(peer.relation === 'above' && peer.kind !== 'directorate'
      ? [
          {
            label: t('exchange:peer.national'),
            value:
              peer.nationalHoldsUpTo === null
                ? t('exchange:peer.nationalNone')
                : t('common:count.changes', { count: peer.nationalHoldsUpTo }),
          },
        ]
      : []),
    ...(peer.appVersion === null
      ? []
      : [{ label: t('exchange:peer.appVersion'), value: <Identifier>{peer.appVersion}</Identifier> }]),
    ...(peer.lastReceived
      ? [
          {
            label: t('exchange:peer.roster'),
            value: peer.roster >= status.roster ? t('exchange:peer.rosterCurrent') : t('exchange:peer.rosterOlder'),
          },
        ]
      : []),
  ];
  return (
    <section className="panel" aria-label={t('exchange:peer.card', { name: peer.name })}>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h3">
            <bdi>{peer.name}</bdi>
          </Title>
          <Text c="dimmed">{relations[peer.relation]}</Text>
        </div>
        <PeerStateMark peer={peer} />
        {mayWrite && (
          <Button
            component="a"
            href={`#/exchange/write/${peer.device}`}
            leftSection={<IconFileExport size={20} aria-hidden />}
          >
            {t('exchange:write')}
          </Button>
        )}
      </Group>
      <Stack gap="sm">
        <Facts facts={facts} />
        {peer.missing !== null && (
          <Alert color="orange">{t('exchange:peer.missing', { number: format.number(peer.missing) })}</Alert>
        )}
        {peer.setAsideThere.length > 0 && (
          <Alert color="orange" title={t('exchange:peer.rejected')}>
            {peer.setAsideThere.map(({ code, count }) => (
              <Text key={code}>{t('exchange:peer.rejectedLine', { count, reason: codeText(code) })}</Text>
            ))}
          </Alert>
        )}
        {peer.waiting > 0 && peer.unsent === 0 && <Alert color="gray">{t('exchange:peer.onTheWay')}</Alert>}
      </Stack>
    </section>
  );
}
