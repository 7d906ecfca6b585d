/** @file The whole application without a window. A host creates it and talks to `dispatch`. */
import type { Ports } from './ports.ts';
import { createDispatch } from './dispatch.ts';
import { createFileGrants } from './files/file-grants.ts';
import { createHomeKeeper } from './home/home-keeper.ts';

export type Call = { readonly method: string; readonly input: unknown };

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly params: Record<string, unknown> } };

/** Plain JSON: `changed` with areas, `progress`, `session`, `settings`. */
export type AppEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

export type App = {
  /** Every call, from every host. Never throws for what people do; a bug answers `internal` with a reference. */
  dispatch(call: Call): Promise<Answer>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** A token for a path that a person chose in a host's dialog or named as an argument. */
  grantPath(path: string, kind: 'file' | 'folder'): string;
  /** Checkpoints and closes; keys are forgotten. */
  close(): Promise<void>;
};

export async function createApp(ports: Ports): Promise<App> {
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const files = createFileGrants(ports);
  const home = createHomeKeeper(ports, emit);
  const dispatch = createDispatch({ ports, files, home, emit });
  return {
    dispatch,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantPath: (path, kind) => files.grant(path, kind),
    close: async () => {
      await home.close();
      files.clear();
    },
  };
}
