/**
 * @file A file from outside becomes our own copy before anything of it is looked at: sticks go, change and lie. What
 * is copied is a plain file of bounded size that stayed the same while it was read.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { limits } from '#core/changes/limits.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { type Written, writeFileAtomically } from './atomic-write.ts';

export type CopyInFault = AppError<
  | 'file/not-found'
  | 'file/not-a-file'
  | 'file/oversized'
  | 'file/changed'
  | 'file/cannot-read'
  | 'file/stick-gone'
  | 'store/full'
  | 'store/io'
>;

/**
 * Copies `from` to `to` and answers size and hash of the copy. Links, devices, names that mean a device, files that
 * grow, shrink or are written to meanwhile, and those above `maxBytes` (sparse ones too) are refused before or while
 * they are read; no copy is left then. `store/full` and `store/io` are of our own disk.
 */
export async function copyIn(
  from: string,
  to: string,
  maxBytes: number = limits.bundleFileBytes,
): Promise<Result<Written, CopyInFault>> {
  try {
    const copied = await writeFileAtomically(to, plainPieces(from, maxBytes));
    if (copied.ok) return copied;
    return err(refusal(copied.error.code === 'file/no-space' ? 'store/full' : 'store/io', {}));
  } catch (error) {
    if (error instanceof Refused) return err(error.fault);
    throw error;
  }
}

/** Whether a name means a device on Windows, or another file than it says there: `con`, `nul.cpb`, `a.cpb.`. */
export function isDangerousName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i.test(name) || /[. ]$/.test(name);
}

const pieceBytes = 256 * 1024;

async function* plainPieces(path: string, maxBytes: number): AsyncGenerator<Uint8Array> {
  const file = await openPlain(path, maxBytes);
  try {
    const before = await told(() => file.stat());
    let done = 0;
    for (;;) {
      const piece = new Uint8Array(pieceBytes);
      const { bytesRead } = await told(() => file.read(piece, 0, piece.length, done));
      if (bytesRead === 0) break;
      done += bytesRead;
      if (done > maxBytes) throw new Refused(refusal('file/oversized', {}));
      yield piece.subarray(0, bytesRead);
    }
    const after = await told(() => file.stat());
    // The time of a file proves nothing when it stays; when it moves, somebody is writing.
    if (done !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new Refused(refusal('file/changed', {}));
    }
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Looked at before it is opened, since opening a pipe waits for ever, and again after, since it may be swapped. */
async function openPlain(path: string, maxBytes: number): Promise<FileHandle> {
  if (isDangerousName(basename(path))) throw new Refused(refusal('file/not-a-file', {}));
  const looked = await told(() => lstat(path));
  if (!looked.isFile()) throw new Refused(refusal('file/not-a-file', {}));
  if (looked.size > maxBytes) throw new Refused(refusal('file/oversized', {}));
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await told(() => open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  const opened = await told(() => file.stat());
  if (opened.isFile()) return file;
  await file.close();
  throw new Refused(refusal('file/not-a-file', {}));
}

async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Refused(faultOf(error));
  }
}

/** What a pulled stick says differs by system: what is clearly its going has a code of its own. */
function faultOf(error: unknown): CopyInFault {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal('file/not-found', {});
  if (code === 'ELOOP') return refusal('file/not-a-file', {});
  const gone = ['ENOTCONN', 'ECONNABORTED', 'ENODEV', 'ENXIO', 'ESHUTDOWN'].includes(code);
  return gone ? refusal('file/stick-gone', {}) : refusal('file/cannot-read', {});
}

class Refused extends Error {
  readonly fault: CopyInFault;

  constructor(fault: CopyInFault) {
    super(fault.code);
    this.fault = fault;
  }
}
