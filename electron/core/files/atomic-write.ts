/**
 * @file A file appears under its name whole or not at all, whatever happens to the power or the stick.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bytesEqual, toHex } from '#core/crypto/bytes.ts';
import { sha256Stream } from '#core/crypto/hash.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type FileError, fileErrorOf } from './file-error.ts';

export type AtomicWriteOptions = {
  /**
   * Reads the part back and compares its hash before it gets the name; required on sticks before anyone is told "you
   * may remove it". Proves nothing about a device whose cache is never flushed, but finds what it already lost.
   */
  readonly readBack?: boolean;
  /** Stands as the time of the file, which otherwise tells when somebody worked. */
  readonly time?: Date;
};

/** `sha256` is of the whole contents. */
export type Written = { readonly bytes: number; readonly sha256: Uint8Array };

/**
 * Writes to `*.part` beside the final name, flushes, renames over an existing file and flushes again. After a failure
 * the old file (or none) is still there, and the part is removed or left for the sweep. Errors that `contents` throws
 * pass through.
 */
export async function writeFileAtomically(
  path: string,
  contents: Uint8Array | AsyncIterable<Uint8Array>,
  options: AtomicWriteOptions = {},
): Promise<Result<Written, FileError>> {
  const part = join(dirname(path), `${basename(path).slice(0, 40)}.${toHex(randomBytes(4))}.part`);
  const source = new WatchedSource();
  try {
    const written = await writePart(part, source.watch(contents), options.time);
    if (options.readBack === true && !bytesEqual(await hashOfFile(part), written.sha256)) {
      await removeQuietly(part);
      return err({ code: 'file/cannot-write', params: {} });
    }
    await renameWithPatience(part, path);
    await flushName(path);
    return ok(written);
  } catch (error) {
    await removeQuietly(part);
    if (source.thrown?.error === error) throw error;
    return err(fileErrorOf(error, source.bytes));
  }
}

/** Antivirus and indexing hold a fresh file for a moment: rename is tried again, for ten seconds at most. */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  const patienceMs = 10_000;
  for (let waited = 0, pause = 10; ; pause = Math.min(pause * 2, 1000)) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isHeldByAnother(error) || waited >= patienceMs) throw error;
    }
    await wait(pause);
    waited += pause;
  }
}

/** Makes a rename (or a removal) in the folder of `path` last: the folder on POSIX, the file itself everywhere. */
export async function flushName(path: string): Promise<void> {
  if (process.platform !== 'win32') await flush(dirname(path), 'r');
  await flush(path, 'r+');
}

async function writePart(part: string, contents: AsyncIterable<Uint8Array>, time?: Date): Promise<Written> {
  const hash = sha256Stream();
  let bytes = 0;
  const file = await open(part, 'wx', 0o600);
  try {
    for await (const piece of contents) {
      await writeAll(file, piece);
      hash.update(piece);
      bytes += piece.length;
    }
    if (time !== undefined) await file.utimes(time, time);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest() };
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let offset = 0; offset < piece.length; ) {
    const { bytesWritten } = await file.write(piece, offset);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing written'), { code: 'EIO' });
    offset += bytesWritten;
  }
}

async function hashOfFile(path: string): Promise<Uint8Array> {
  const hash = sha256Stream();
  const file = await open(path, 'r');
  try {
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 })) {
      hash.update(piece);
    }
  } finally {
    await file.close();
  }
  return hash.digest();
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

function isHeldByAnother(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Counts the contents, and tells an error of theirs (a bug, or a code of its own) from one of the file system. */
class WatchedSource {
  bytes = 0;
  thrown: { readonly error: unknown } | null = null;

  async *watch(contents: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of contents instanceof Uint8Array ? [contents] : contents) {
        this.bytes += piece.length;
        yield piece;
      }
    } catch (error) {
      this.thrown = { error };
      throw error;
    }
  }
}
