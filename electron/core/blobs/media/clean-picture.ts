import type { Result } from '#shared/lib/result.ts';

/** A picture without what it tells of its making, and its size in pixels. */
export type CleanPicture = Result<
  { readonly pieces: readonly Uint8Array[]; readonly width: number; readonly height: number },
  'malformed'
>;
