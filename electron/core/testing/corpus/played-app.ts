/** @file A test application whose services and open home are at hand. */
import { createAppAndServices } from '#core/app.ts';
import type { Services } from '#core/context.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { createTestApp, type TestApp } from '#core/testing/test-app.ts';

export type Played = TestApp & { readonly services: Services; home(): OpenHome };

export async function createPlayed(folder?: string): Promise<Played> {
  let services: Services | null = null;
  const app = await createTestApp({
    ...(folder === undefined ? {} : { folder }),
    create: async (ports) => {
      const made = createAppAndServices(ports);
      services = made.services;
      return made.app;
    },
  });
  if (!services) throw new Error('no services');
  const got: Services = services;
  return Object.assign(app, {
    services: got,
    home: () => {
      if (!got.home.open) throw new Error('the home is locked');
      return got.home.open;
    },
  });
}
