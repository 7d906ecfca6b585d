import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { CauseCard } from './cause-card.tsx';
import { groupByCause, type WordsByType } from './conflict.ts';
import { OneConflict } from './one-conflict.tsx';
import { SettledList } from './settled-list.tsx';

/** Values that did not know of each other, side by side, until a person decides; and what was decided lately. */
export function ConflictsScreen({ wordsByType }: { wordsByType: WordsByType }) {
  const { t } = useTranslation();
  const conflicts = useCall('records.conflicts', {});
  return (
    <Stack gap="lg">
      <PageTitle title={t('history:conflicts.title')} />
      <QueryState
        of={conflicts}
        empty={(rows) => rows.length === 0}
        emptyContent={<EmptyState title={t('history:conflicts.emptyTitle')} text={t('history:conflicts.emptyText')} />}
      >
        {(rows) => (
          <Stack gap="lg">
            <Alert color="orange">{t('history:conflicts.explain', { count: rows.length })}</Alert>
            {groupByCause(rows).map(({ key, conflicts: together }) => {
              const [one] = together;
              return together.length === 1 && one ? (
                <OneConflict key={key} conflict={one} wordsByType={wordsByType} />
              ) : (
                <CauseCard key={key} conflicts={together} wordsByType={wordsByType} />
              );
            })}
          </Stack>
        )}
      </QueryState>
      <SettledList wordsByType={wordsByType} />
    </Stack>
  );
}
