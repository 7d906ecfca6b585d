import { Group, Loader, Progress as Bar, Stack, Text } from '@mantine/core';
import type { Progress } from './use-progress.ts';

/** A bar with its words. Without a total there is nothing to measure yet, and the words say what goes on. */
export function TaskProgress({ label, text, progress }: { label: string; text: string; progress: Progress | null }) {
  const share = progress === null || progress.total === 0 ? null : (100 * progress.done) / progress.total;
  return (
    <Stack gap="xs">
      <Group gap="sm" role="status">
        {share === null && <Loader size="sm" aria-hidden />}
        <Text>{text}</Text>
      </Group>
      {share !== null && <Bar value={share} size="lg" aria-label={label} />}
    </Stack>
  );
}
