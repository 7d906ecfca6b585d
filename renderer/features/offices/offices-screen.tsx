import { Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';

type Peer = OutputOf<'exchange.status'>['peers'][number];

/** The directorate's look at its offices: who has been silent, what is not confirmed, what is missing. */
export function OfficesScreen() {
  const { t } = useTranslation();
  const { node } = useSession();
  const [, navigate] = useLocation();
  const mayAccept = useCan('enrol') && node?.kind === 'directorate';
  const status = useCall('exchange.status', {});
  const acceptButton = mayAccept && (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate('/offices/new')}>
      {t('enrolment:accept.open')}
    </Button>
  );
  return (
    <>
      <PageTitle title={t('common:nav.offices')}>{acceptButton}</PageTitle>
      <QueryState
        of={status}
        empty={({ peers }) => peers.length === 0}
        emptyContent={
          <EmptyState
            title={t('enrolment:offices.emptyTitle')}
            text={t('enrolment:offices.emptyText')}
            action={acceptButton}
          />
        }
      >
        {({ peers }) => <OfficesTable peers={peers} />}
      </QueryState>
    </>
  );
}

function OfficesTable({ peers }: { peers: readonly Peer[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('common:nav.offices');
  const headers = [
    t('common:label.office'),
    t('common:label.type'),
    t('enrolment:offices.lastReceived'),
    t('enrolment:offices.silence'),
    t('enrolment:offices.unconfirmed'),
    t('enrolment:offices.lastConfirmed'),
    t('enrolment:offices.missing'),
  ];
  return (
    <div className="panel">
      <Table.ScrollContainer
        minWidth={860}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}
      >
        <Table verticalSpacing="sm" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {headers.map((header) => (
                <Table.Th key={header} scope="col">
                  {header}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {peers.map((peer) => (
              <Table.Tr key={peer.device}>
                <Table.Th scope="row">
                  <bdi>{peer.name}</bdi>
                </Table.Th>
                <Table.Td>{kindWord(peer.kind)}</Table.Td>
                <Table.Td>
                  {peer.lastReceived ? (
                    <MomentText value={peer.lastReceived.at} />
                  ) : (
                    t('enrolment:offices.nothingReceived')
                  )}
                </Table.Td>
                <Table.Td>
                  {peer.daysSinceReceived === null ? '–' : t('common:count.days', { count: peer.daysSinceReceived })}
                </Table.Td>
                <Table.Td>{t('common:count.changes', { count: peer.waiting })}</Table.Td>
                <Table.Td>
                  <MomentText value={peer.lastConfirmedAt} />
                </Table.Td>
                <Table.Td>
                  {peer.missing === null
                    ? '–'
                    : t('enrolment:offices.missingNumber', { number: format.number(peer.missing) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );

  function kindWord(kind: string): string {
    if (kind === 'directorate') return t('common:label.directorate');
    return kind === 'department' ? t('enrolment:department') : t('common:label.office');
  }
}
