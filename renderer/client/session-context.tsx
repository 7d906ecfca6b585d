import { createContext, useContext } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import type { Permission } from '#shared/domain/permissions.ts';

const SessionContext = createContext<SessionState | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no SessionProvider above');
  return session;
}

/** Whether somebody is signed in; false also above the session, where no provider stands. */
export const useIsSignedIn = (): boolean => useContext(SessionContext)?.state === 'open';

/** Whether to offer something; dispatch decides whether it is done. */
export function useCan(permission: Permission): boolean {
  return useSession().user?.permissions.includes(permission) ?? false;
}
