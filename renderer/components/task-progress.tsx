import { Group, Loader, Progress as Bar, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useClient } from '#renderer/client/client-context.tsx';

type Task = 'write-out' | 'preview' | 'take-in-files' | 'sheet-check' | 'sheet-import' | 'sheet-undo';
type Progress = { readonly done: number; readonly total: number };

type Props = {
  task: Task;
  /** Names the bar for those who do not see it. */
  label: string;
  /** Null: the core has not said anything yet. */
  text: (progress: Progress | null) => string;
};

/** How far a task has come since this is shown: words, and a bar where there is more than one piece to count. */
export function TaskProgress({ task, label, text }: Props) {
  const progress = useProgress(task);
  const share = progress === null || progress.total < 2 ? null : (100 * progress.done) / progress.total;
  return (
    <Stack gap="xs">
      <Group gap="sm" role="status">
        {share === null && <Loader size="sm" aria-hidden />}
        <Text>{text(progress)}</Text>
      </Group>
      {share !== null && <Bar value={share} size="lg" aria-label={label} />}
    </Stack>
  );
}

function useProgress(task: Task): Progress | null {
  const client = useClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type !== 'progress' || event.task !== task) return;
        if (typeof event.done === 'number' && typeof event.total === 'number') {
          setProgress({ done: event.done, total: event.total });
        }
      }),
    [client, task],
  );
  return progress;
}
