import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { ActionsTable } from '#renderer/components/actions/actions-table.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { today } from '#renderer/components/today.ts';

/** What meetings agreed on to carry the plan out: the actions of their minutes that name it. */
export function AgreedActions({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const actions = useCall('actions.list', { plan: planId, show: 'all', today: today(), limit: 50 });
  return (
    <QueryState
      of={actions}
      empty={({ rows }) => rows.length === 0}
      emptyContent={<Text c="dimmed">{t('plans:agreed.none')}</Text>}
    >
      {({ rows }) => <ActionsTable label={t('plans:section.agreed')} actions={rows} without={['forum']} />}
    </QueryState>
  );
}
