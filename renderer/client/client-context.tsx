import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Client } from './client.ts';

const ClientContext = createContext<Client | null>(null);

export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('no ClientProvider above');
  return client;
}

/** Answers stay until an event or a command says that they are old; there is no network to watch. */
export const createQueryCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
      },
    },
  });

/** Areas whose answers gather from all others, so that any change may touch them. */
const gathering = [
  'home',
  'records',
  'attachments',
  'exchange',
  'sticks',
  'audit',
  'session',
  'notices',
  'transfers',
  'sharing',
  'devices',
];

/** What stands in a file does not change with the records. */
const isAboutFile = (input: unknown): boolean => typeof input === 'object' && input !== null && 'file' in input;

/** Asks anew for everything on screen whose method begins with one of the areas (`forums`, `users`, ...). */
export function refreshAreas(cache: QueryClient, areas: readonly string[]): void {
  const touched = new Set([...areas, ...gathering]);
  void cache.invalidateQueries({
    predicate: ({ queryKey: [method, input] }) =>
      touched.has(String(method).split('.')[0] ?? '') && !isAboutFile(input),
  });
}
