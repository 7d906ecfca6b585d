import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { codeLists, placeList } from './code-lists.ts';

export const referenceHandlers: HandlersOf<'reference'> = {
  'reference.lists': async ({ services }) => ok(codeLists(services.ports)),
  'reference.places': async ({ services }) => ok(placeList(services.ports)),
};
