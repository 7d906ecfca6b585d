import { type AppError, refusal } from '#shared/errors/codes.ts';

type Gone = { readonly code: 'file/not-found' | 'file/stick-gone' };

/** What writing a file may answer: a folder or stick that is not there any more cannot be written to. */
export function writable<E extends AppError>(error: E): Exclude<E, Gone> | AppError<'file/cannot-write'> {
  const gone = error.code === 'file/not-found' || error.code === 'file/stick-gone';
  return gone ? refusal('file/cannot-write', {}) : (error as Exclude<E, Gone>);
}
