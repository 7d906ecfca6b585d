import { useCallback } from 'react';
import { useClient } from '#renderer/client/client-context.tsx';
import { keepDraftsEvent } from '#renderer/components/use-draft.ts';

/** Keeps the drafts of open forms, then locks; calls are answered in the order they were made. */
export function useLock(): () => void {
  const client = useClient();
  return useCallback(() => {
    window.dispatchEvent(new Event(keepDraftsEvent));
    void client.call('session.lock', { commandId: crypto.randomUUID() }).catch(() => undefined);
  }, [client]);
}
