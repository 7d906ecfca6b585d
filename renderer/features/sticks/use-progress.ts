import { useEffect, useState } from 'react';
import { useClient } from '#renderer/client/client-context.tsx';

export type Progress = { readonly done: number; readonly total: number };

/** How far the task has come, as the core tells it; null before its first word. A new `run` begins anew. */
export function useProgress(task: 'write-out' | 'preview' | 'take-in-files', run: number): Progress | null {
  const client = useClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run forgets the last one
  useEffect(() => {
    setProgress(null);
    return client.onEvent((event) => {
      if (event.type !== 'progress' || event.task !== task) return;
      if (typeof event.done === 'number' && typeof event.total === 'number') {
        setProgress({ done: event.done, total: event.total });
      }
    });
  }, [client, task, run]);
  return progress;
}
