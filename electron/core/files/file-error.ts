/** What can go wrong with a file or a stick, by what the user can do about it. */
export type FileErrorCode =
  | 'file/full'
  | 'file/denied'
  | 'file/in-use'
  | 'file/missing'
  | 'file/too-long'
  | 'file/read-back-differs'
  | 'file/unplugged-or-broken';

export type FileError = { readonly code: FileErrorCode; readonly params: Record<string, never> };

const codes: Readonly<Record<string, FileErrorCode>> = {
  ENOSPC: 'file/full',
  EDQUOT: 'file/full',
  EACCES: 'file/denied',
  EPERM: 'file/denied',
  EROFS: 'file/denied',
  EBUSY: 'file/in-use',
  ENOENT: 'file/missing',
  ENOTDIR: 'file/missing',
  ENAMETOOLONG: 'file/too-long',
};

/**
 * The code of an error of the file system. A stick pulled out gives any of EIO, ENOTCONN, ECONNABORTED, ENXIO, UNKNOWN:
 * they share one code. Throws what does not come from the file system.
 */
export function fileErrorOf(error: unknown): FileError {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  return { code: codes[code] ?? 'file/unplugged-or-broken', params: {} };
}
