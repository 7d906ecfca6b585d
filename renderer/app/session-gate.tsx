import { lazy, Suspense, useState } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { SessionProvider } from '#renderer/client/session-context.tsx';
import { LoadingState, QueryState } from '#renderer/components/query-state.tsx';
import { UnlockScreen } from '#renderer/features/session/unlock-screen.tsx';
import { LanguageRoot } from './language-root.tsx';
import type { LastPlace } from './last-place.ts';
import { ScreenBoundary } from './screen-boundary.tsx';

const SetupScreen = lazy(() =>
  import('#renderer/features/setup/setup-screen.tsx').then(({ SetupScreen: screen }) => ({ default: screen })),
);
const OpenWindow = lazy(() => import('./open-window.tsx').then(({ OpenWindow: screen }) => ({ default: screen })));

/** Nothing, the door, or the rooms behind it, by the state of the session. */
export function SessionGate({ lastPlace, nonce }: { lastPlace: LastPlace; nonce: string }) {
  const session = useCall('session.state', {});
  const { language = 'ar-IQ', digits = 'latin' } = session.value ?? {};
  if (session.status === 'loading') return null;
  return (
    <LanguageRoot language={language} digits={digits} nonce={nonce}>
      <ScreenBoundary>
        <Suspense fallback={<LoadingState />}>
          <QueryState of={session}>{(state) => <Rooms session={state} lastPlace={lastPlace} />}</QueryState>
        </Suspense>
      </ScreenBoundary>
    </LanguageRoot>
  );
}

function Rooms({ session, lastPlace }: { session: SessionState; lastPlace: LastPlace }) {
  // Set-up goes on after it has opened the session: the recovery code is told once, and only there.
  const [setsUp, setSetsUp] = useState(session.state === 'empty');
  if (setsUp) {
    return (
      <SetupScreen
        onDone={(next) => {
          window.location.hash = `#${next}`;
          lastPlace.userId = session.user?.id ?? null;
          setSetsUp(false);
        }}
      />
    );
  }
  if (session.state !== 'open' || session.user === null) return <UnlockScreen />;
  return (
    <SessionProvider value={session}>
      <OpenWindow lastPlace={lastPlace} />
    </SessionProvider>
  );
}
