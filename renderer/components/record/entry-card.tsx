import { Card, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { MomentText } from '#renderer/components/date-text.tsx';

type Props = {
  entry: Pick<OutputOf<'records.history'>[number], 'by' | 'role' | 'nodeName' | 'at'>;
  /** What was changed, for those who may read it. */
  children?: ReactNode;
};

/** One change of a record: who wrote it in which office, and when. */
export function EntryCard({ entry: { by, role, nodeName, at }, children }: Props) {
  const { t } = useTranslation();
  const roleName = t([`users:role.${role}`, 'users:role.unknown']);
  return (
    <Card withBorder component="article" aria-label={t('history:entry', { by, at })}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{t('history:by', { by, role: roleName, node: nodeName })}</Text>
          <MomentText value={at} />
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
