/** What can go wrong with a file or a stick, by what the user can do about it (shared/errors). */
export type FileError =
  | { readonly code: 'file/not-found'; readonly params: Record<string, never> }
  | { readonly code: 'file/no-space'; readonly params: { readonly needBytes: number; readonly freeBytes: number } }
  | { readonly code: 'file/cannot-write'; readonly params: Record<string, never> };

/**
 * The code of an error of the file system; `needBytes` is the size of what was being written. A stick pulled out gives
 * any of EIO, ENOENT, ENOTCONN, ECONNABORTED, UNKNOWN: all but a full or a missing one end in `file/cannot-write`.
 * Throws what does not come from the file system.
 */
export function fileErrorOf(error: unknown, needBytes = 0): FileError {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'file/no-space', params: { needBytes, freeBytes: 0 } };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file/not-found', params: {} };
  return { code: 'file/cannot-write', params: {} };
}
