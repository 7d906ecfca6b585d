import { Button } from '@mantine/core';
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
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

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
  const columns: readonly TableColumn<Peer>[] = [
    { key: 'office', header: t('common:label.office'), cell: (peer) => <bdi>{peer.name}</bdi> },
    { key: 'kind', header: t('common:label.type'), cell: (peer) => kindWord(peer.kind) },
    {
      key: 'received',
      header: t('enrolment:offices.lastReceived'),
      cell: (peer) =>
        peer.lastReceived ? <MomentText value={peer.lastReceived.at} /> : t('enrolment:offices.nothingReceived'),
    },
    {
      key: 'silence',
      header: t('enrolment:offices.silence'),
      cell: (peer) =>
        peer.daysSinceReceived === null ? '–' : t('common:count.days', { count: peer.daysSinceReceived }),
    },
    {
      key: 'unconfirmed',
      header: t('enrolment:offices.unconfirmed'),
      cell: (peer) => t('common:count.changes', { count: peer.waiting }),
    },
    {
      key: 'confirmed',
      header: t('enrolment:offices.lastConfirmed'),
      cell: (peer) => <MomentText value={peer.lastConfirmedAt} />,
    },
    {
      key: 'missing',
      header: t('enrolment:offices.missing'),
      cell: (peer) =>
        peer.missing === null ? '–' : t('enrolment:offices.missingNumber', { number: format.number(peer.missing) }),
    },
  ];
  return (
    <div className="panel">
      <SimpleTable label={title} columns={columns} rows={peers} rowKey={(peer) => peer.device} />
    </div>
  );

  function kindWord(kind: string): string {
    if (kind === 'directorate') return t('common:label.directorate');
    return kind === 'department' ? t('enrolment:department') : t('common:label.office');
  }
}
