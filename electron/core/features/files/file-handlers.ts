import type { HandlersOf } from '#core/context.ts';
import { err, ok } from '#shared/lib/result.ts';
import { writable } from './writable.ts';

export const fileHandlers: HandlersOf<'files'> = {
  'files.stage': async ({ services }, { token, name, data, secret }) => {
    const staged = await services.files.stage({ token, name, secret, data: Buffer.from(data, 'base64') });
    return staged.ok ? staged : err(writable(staged.error));
  },
  'files.piece': async ({ services }, { token, offset }) => {
    const piece = await services.files.piece(token, offset);
    if (!piece.ok) return piece;
    const { name, bytes, data, done } = piece.value;
    return ok({ name, bytes, data: Buffer.from(data).toString('base64'), done });
  },
};
