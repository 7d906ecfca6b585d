/** @file The whole application without a window. A host creates it and talks to `dispatch`. */
import type { App, AppEvent } from './app-types.ts';
import type { Ports } from './ports.ts';
import type { Services } from './context.ts';
import { createDispatch } from './dispatch.ts';
import { createFileGrants } from './files/file-grants.ts';
import { createHomeKeeper } from './home/home-keeper.ts';
import { createRunningTasks } from './running-tasks.ts';

export async function createApp(ports: Ports): Promise<App> {
  return createAppAndServices(ports).app;
}

/** With what lies behind `dispatch`: for benches that must fill a store faster than people do. */
export function createAppAndServices(ports: Ports): { readonly app: App; readonly services: Services } {
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const files = createFileGrants(ports);
  const home = createHomeKeeper(ports, emit);
  const services = { ports, files, home, emit, tasks: createRunningTasks() };
  const app: App = {
    dispatch: createDispatch(services),
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
  return { app, services };
}
