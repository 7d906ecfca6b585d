import { Card, Drawer, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';

/** Who changed one record and when, for those who may not read it. */
export function RecordTrail({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const trail = useCall('audit.record', { recordId });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('about:audit.trail.title')}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <Text mb="md">{t('about:audit.trail.explain')}</Text>
      <QueryState of={trail}>
        {(entries) => (
          <Stack>
            {entries.map(({ changeId, by, role, nodeName, at }) => (
              <Card key={changeId} withBorder component="article" aria-label={t('history:entry', { by, at })}>
                <Group justify="space-between">
                  <Text>
                    {t('history:by', { by, role: t([`users:role.${role}`, 'users:role.unknown']), node: nodeName })}
                  </Text>
                  <MomentText value={at} />
                </Group>
              </Card>
            ))}
          </Stack>
        )}
      </QueryState>
    </Drawer>
  );
}
