import { useCan, useSession } from '#renderer/client/session-context.tsx';

/** Reference data is written at the directorate alone; everywhere else it is read. */
export function useMayWriteReference(): boolean {
  const { node } = useSession();
  return useCan('settings.manage') && node?.kind === 'directorate';
}
