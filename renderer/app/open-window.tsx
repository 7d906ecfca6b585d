/** @file What a signed-in person sees: the frame, the screen of the address, and the watch over idleness. */
import { useLayoutEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useSession } from '#renderer/client/session-context.tsx';
import { NoticeProvider } from '#renderer/components/notices.tsx';
import { Frame } from './frame.tsx';
import { IdleWatch } from './idle-watch.tsx';
import type { LastPlace } from './last-place.ts';
import { ScreenRoutes } from './routes.tsx';

export function OpenWindow({ lastPlace }: { lastPlace: LastPlace }) {
  const { user } = useSession();
  const userId = user?.id ?? null;
  useLayoutEffect(() => {
    const isAnother = lastPlace.userId !== null && lastPlace.userId !== userId;
    if (isAnother) window.location.hash = '#/';
    else if (lastPlace.hash !== '') window.location.hash = lastPlace.hash;
    lastPlace.userId = userId;
    lastPlace.hash = '';
  }, [lastPlace, userId]);
  return (
    <Router hook={useHashLocation}>
      <NoticeProvider>
        <Frame>
          <ScreenRoutes />
        </Frame>
        <IdleWatch />
      </NoticeProvider>
    </Router>
  );
}
