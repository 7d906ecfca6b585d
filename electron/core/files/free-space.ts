import { statfs } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type FileError, fileErrorOf } from './file-error.ts';

/** Bytes that may still be written below a folder by this user. */
export async function freeBytes(folder: string): Promise<Result<number, FileError>> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return ok(bavail * bsize);
  } catch (error) {
    return err(fileErrorOf(error));
  }
}

/**
 * Whether a file of this size fits with some room to spare; asked before writing starts. `file/no-space` when not.
 * No promise: others write too.
 */
export async function ensureFreeBytes(folder: string, wantedBytes: number): Promise<Result<null, FileError>> {
  const spareBytes = 1 << 20;
  const free = await freeBytes(folder);
  if (!free.ok) return free;
  if (free.value >= wantedBytes + spareBytes) return ok(null);
  return err({ code: 'file/no-space', params: { needBytes: wantedBytes, freeBytes: free.value } });
}
