/** @file The window: one session after the other, each with a cache of its own that a lock throws away. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Client } from '#renderer/client/client.ts';
import { ClientProvider, createQueryCache, refreshAreas } from '#renderer/client/client-context.tsx';
import type { LastPlace } from './last-place.ts';
import { SessionGate } from './session-gate.tsx';

export function App({ client, nonce }: { client: Client; nonce: string }) {
  const [epoch, setEpoch] = useState(0);
  const lastPlace = useRef<LastPlace>({ userId: null, hash: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new epoch wants a new, empty cache
  const cache = useMemo(createQueryCache, [epoch]);

  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type === 'session' && event.state === 'locked') {
          lastPlace.current.hash = window.location.hash;
          cache.clear();
          setEpoch((before) => before + 1);
        } else if (event.type === 'changed' && Array.isArray(event.areas)) {
          refreshAreas(cache, event.areas.map(String));
        } else if (event.type === 'session' || event.type === 'settings') {
          refreshAreas(cache, ['session', 'settings']);
        } else if (event.type === 'reconnected') {
          void cache.invalidateQueries();
        }
      }),
    [client, cache],
  );

  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={cache}>
        <SessionGate key={epoch} lastPlace={lastPlace.current} nonce={nonce} />
      </QueryClientProvider>
    </ClientProvider>
  );
}
