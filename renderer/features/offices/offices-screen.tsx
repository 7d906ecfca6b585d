import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { OfficesTable } from './offices-table.tsx';

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
        {(value) => <OfficesTable status={value} mayOpen={mayAccept} />}
      </QueryState>
    </>
  );
}
