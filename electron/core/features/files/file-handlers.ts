import type { HandlersOf } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

export const fileHandlers: HandlersOf<'files'> = {
  'files.stage': async ({ services }, { token, name, data, secret }) => {
    const staged = await services.files.stage({ token, name, secret, data: Buffer.from(data, 'base64') });
    if (staged.ok) return ok(staged.value);
    // The spool is a folder of our own: if it is gone, nothing can be kept there.
    return err(staged.error.code === 'file/not-found' ? refusal('file/cannot-write', {}) : staged.error);
  },
  'files.piece': async ({ services }, { token, offset }) => {
    const piece = await services.files.piece(token, offset);
    if (!piece.ok) return piece;
    const { name, bytes, data, done } = piece.value;
    return ok({ name, bytes, data: Buffer.from(data).toString('base64'), done });
  },
};
