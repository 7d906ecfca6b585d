import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says what belongs here, and holds the button that makes the first one. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py="xl" px="md" className="empty-state">
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={560}>
        {text}
      </Text>
      {action}
    </Stack>
  );
}
