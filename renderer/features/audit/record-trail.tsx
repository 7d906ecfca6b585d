import { Drawer, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { EntryCard } from '#renderer/components/record/entry-card.tsx';

/** Who changed one record and when, for those who may not read it. */
export function RecordTrail({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const trail = useCall('audit.record', { recordId });
  return (
    <Drawer
      opened
      onClose={onClose}
      size="lg"
      title={t('about:audit.trail.title')}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <Text mb="md">{t('about:audit.trail.explain')}</Text>
      <QueryState of={trail}>
        {(entries) => (
          <Stack>
            {entries.map((entry) => (
              <EntryCard key={entry.changeId} entry={entry} />
            ))}
          </Stack>
        )}
      </QueryState>
    </Drawer>
  );
}
