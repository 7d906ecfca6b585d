import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { bundlesOn } from './bundles-on-stick.ts';
import { previewFiles } from './preview-files.ts';
import { contentsFor } from './waiting-contents.ts';

export const stickHandlers: HandlersOf<'sticks'> = {
  'sticks.list': async ({ services }) =>
    ok({
      sticks: [...(await services.files.sticks())],
      system: process.platform === 'win32' ? 'windows' : 'other',
    }),
  'sticks.contents': contentsFor,
  'sticks.bundlesOn': bundlesOn,
  'sticks.preview': previewFiles,
};
